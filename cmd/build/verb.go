package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rygghandboka/internal/base/diag"
)

// A verb is one thing that the program does. It holds its flags.
type verb interface {
	flags(*pflag.FlagSet)
	// run prints problems in the content before it returns them.
	run(ctx context.Context, c console, args []string) (diag.List, error)
}

// An entry is a verb as help lists it.
type entry struct {
	use, help string // use is the name, and the arguments if it takes any
	group     string
	verb      verb
}

func (e entry) name() string {
	name, _, _ := strings.Cut(e.use, " ")
	return name
}

// The groups of verbs, in the order in which help lists them.
const (
	making  = "make the site:"
	writing = "write:"
	looking = "look:"
	helping = "get help:"
)

// verbs returns all verbs, their flags unset. Help lists them by their groups and names.
func verbs() []entry {
	return []entry{
		{"build", "write the site to the output folder (the default)", making, &buildVerb{}},
		{"pdf", "write the site, and each handout as a PDF file too; needs Chromium", making, &pdfVerb{}},
		{"check", "find all problems and write nothing", writing, &checkVerb{}},
		{"serve", "show the site in a browser, and build it anew after each save", writing, &serveVerb{}},
		{"new KIND KEY", "write the files of a new page: new exercise wall-sit", writing, &newVerb{}},
		{"confirm [PAGE…]", "note that pages say the same in all languages: confirm plank#steps", writing, &confirmVerb{}},
		{"publish", "note the addresses of all pages as published, never to be lost", writing, &publishVerb{}},
		{"schemas", "write the JSON Schemas with which editors complete keys", writing, &schemasVerb{}},
		{"translations", "list how far each page is translated", looking, &translationsVerb{}},
		{"links", "list the links that lead out of the handbook", looking, &linksVerb{}},
		{"readability", "list how easy each page and section is to read", looking, &readabilityVerb{}},
	}
}

const byDefault = "build"

// execute runs the verb that the arguments name. It returns the problems in the content,
// which have been printed.
func (c console) execute(ctx context.Context, args []string) (found diag.List, err error) {
	root := &cobra.Command{
		Use:           "build [verb] [flags]",
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownVerb(cmd, args[0])
			}
			return cmd.Help()
		},
		Args: cobra.ArbitraryArgs,
	}
	for _, e := range verbs() {
		cmd := &cobra.Command{Use: e.use, Short: e.help, GroupID: e.group, DisableFlagsInUseLine: true}
		e.verb.flags(cmd.Flags())
		cmd.Flags().SortFlags = false
		cmd.RunE = func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 && cmd.Name() == e.use {
				return fmt.Errorf("%s takes no arguments, and was given %q (%s)", e.use, args, moreHelp(cmd))
			}
			var err error
			found, err = e.verb.run(cmd.Context(), c, args)
			return err
		}
		root.AddCommand(cmd)
	}
	c.help(root)
	root.SetFlagErrorFunc(flagError)
	root.SetArgs(arrange(root, args))
	err = root.ExecuteContext(ctx)
	return found, err
}

// help says how the program explains itself, and completes what is typed in a shell.
func (c console) help(root *cobra.Command) {
	for _, group := range []string{making, writing, looking, helping} {
		root.AddGroup(&cobra.Group{ID: group, Title: group})
	}
	root.SetHelpCommand(&cobra.Command{
		Use: "help [VERB]", Short: "say what a verb does, and list its flags", GroupID: helping,
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return unknownVerb(root, strings.Join(args, " "))
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	})
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		if cmd.Name() == "completion" {
			cmd.Short = "write the script with which bash, zsh, fish or PowerShell completes verbs and flags"
			cmd.GroupID = helping
		}
	}
	root.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveNoFileComp)
	cobra.AddTemplateFunc("oneDash", func(flags string) string { return strings.ReplaceAll(flags, " --", " -") })
	root.SetUsageTemplate(usage)
	root.SetOut(c.stdout)
	root.SetErr(c.stderr)
}

// usage is how the program, or a verb, is called.
const usage = `usage: {{.UseLine}}{{if .HasAvailableFlags}}{{if .HasParent}} [flags]{{end}}{{end}}
{{range $group := .Groups}}
{{.Title}}
{{range $.Commands}}{{if eq .GroupID $group.ID}}  {{rpad .Name 13}} {{.Short}}
{{end}}{{end}}{{end}}{{if not .Groups}}{{range .Commands}}  {{rpad .Name 13}} {{.Short}}
{{end}}{{end}}{{with .LocalFlags.FlagUsages}}
flags:
{{oneDash .}}{{end}}{{if not .HasParent}}
build help VERB lists the flags of a verb
{{end}}`

func moreHelp(cmd *cobra.Command) string {
	if cmd.HasParent() {
		return "build help " + cmd.Name() + " lists its flags"
	}
	return "build help lists the verbs"
}

func unknownVerb(root *cobra.Command, name string) error {
	var known []string
	for _, cmd := range root.Commands() {
		known = append(known, cmd.Name())
	}
	return fmt.Errorf("there is no verb %q: %s (%s)", name, diag.SuggestOr(name, known), moreHelp(root))
}

// flagError says in one line what is wrong with a flag.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var invalid *pflag.InvalidValueError
	var lacking *pflag.ValueRequiredError
	switch {
	case errors.As(err, &invalid):
		return fmt.Errorf("%w (%s)", invalid.Unwrap(), moreHelp(cmd))
	case errors.As(err, &lacking):
		return fmt.Errorf("-%s lacks its value (%s)", lacking.GetSpecifiedName(), moreHelp(cmd))
	case !errors.As(err, &unknown):
		return fmt.Errorf("%w (%s)", err, moreHelp(cmd))
	}
	name := unknown.GetSpecifiedName()
	var owners []string
	for _, other := range cmd.Root().Commands() {
		if other.Flags().Lookup(name) != nil {
			owners = append(owners, other.Name())
		}
	}
	if len(owners) == 0 {
		return fmt.Errorf("there is no flag -%s (%s)", name, moreHelp(cmd))
	}
	slices.Sort(owners)
	return fmt.Errorf("-%s is for %s, not for %s (%s)", name, strings.Join(owners, " and "), cmd.Name(), moreHelp(cmd))
}

// arrange puts arguments as the library wants them: the verb and its arguments before the
// flags, and two dashes before a flag's name. Without a verb, the default is meant.
func arrange(root *cobra.Command, args []string) []string {
	if len(args) > 0 && strings.HasPrefix(args[0], cobra.ShellCompRequestCmd) {
		return args // a shell asks how they could go on
	}
	takesValue := map[string]bool{}
	for _, cmd := range root.Commands() {
		cmd.Flags().VisitAll(func(f *pflag.Flag) { takesValue[f.Name] = f.NoOptDefVal == "" })
	}
	words, flags, rest := divide(args, takesValue)
	if len(words) == 0 && len(rest) == 0 && !asksHelp(flags) {
		words = []string{byDefault}
	}
	return slices.Concat(words, flags, rest)
}

// divide divides arguments into words, flags with their values, and what follows "--",
// with it.
func divide(args []string, takesValue map[string]bool) (words, flags, rest []string) {
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			return words, flags, args[i:]
		case len(arg) < 2 || arg[0] != '-':
			words = append(words, arg)
			continue
		}
		name, _, hasValue := strings.Cut(strings.TrimPrefix(arg[1:], "-"), "=")
		if len(name) > 1 {
			arg = "--" + strings.TrimPrefix(arg[1:], "-")
		}
		flags = append(flags, arg)
		if takesValue[name] && !hasValue && i+1 < len(args) {
			i++
			flags = append(flags, args[i])
		}
	}
	return words, flags, nil
}

func asksHelp(flags []string) bool {
	return slices.ContainsFunc(flags, func(f string) bool { return f == "-h" || f == "--help" })
}

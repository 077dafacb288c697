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

// execute runs the verb that the arguments name. It returns the problems in the content,
// which have been written.
func (c console) execute(ctx context.Context, args []string) (found diag.List, err error) {
	root := rootCommand()
	for _, e := range verbs() {
		cmd := command(e)
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

// rootCommand returns the command without its verbs.
func rootCommand() *cobra.Command {
	return &cobra.Command{
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
}

// command returns the command of a verb, which does nothing yet.
func command(e entry) *cobra.Command {
	cmd := &cobra.Command{
		Use:                   e.use,
		Short:                 e.help,
		GroupID:               e.group,
		DisableFlagsInUseLine: true,
	}
	e.verb.flags(cmd.Flags())
	cmd.Flags().SortFlags = false
	return cmd
}

// help sets how the program explains itself, and completes what is typed in a shell.
func (c console) help(root *cobra.Command) {
	for _, group := range []string{making, writing, looking, helping} {
		root.AddGroup(&cobra.Group{ID: group, Title: group})
	}
	root.SetHelpCommand(&cobra.Command{
		Use:     "help [VERB]",
		Short:   "explain a verb, and list its flags",
		GroupID: helping,
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

// flagError explains in one line what is wrong with a flag.
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

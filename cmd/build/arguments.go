package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

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

package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/build"
	"rygghandboka/internal/page"
	"rygghandboka/internal/record"
	"rygghandboka/internal/source"
	"rygghandboka/internal/translation"
)

// A confirmVerb notes in the lock that pages, or sections of pages, agree in all
// languages, and that shared files, or records of them, are right. It shows each of them
// and asks.
type confirmVerb struct {
	sources
	format
	all, sections, yes bool
	by                 string
}

func (v *confirmVerb) flags(f *pflag.FlagSet) {
	v.sources.flags(f)
	v.format.flags(f)
	f.BoolVar(&v.all, "all", false, "confirm all pages and shared files, without what is critical")
	f.StringVar(&v.by, "by", "", "the `NAME` of who has compared the texts (default: git's user.name)")
	f.BoolVar(&v.yes, "yes", false, "do not ask: everything named has been compared")
	f.BoolVar(&v.sections, "sections", false, "name each section and record, not only pages and files")
}

func (v *confirmVerb) run(ctx context.Context, c console, args []string) (diag.List, error) {
	if len(args) == 0 && !v.all {
		return nil, errors.New("confirm needs a page (exercises/plank), a section (exercises/plank#steps), " +
			"a shared file (exercises/plank.yaml) or -all")
	}
	var names []string
	for _, arg := range args {
		names = append(names, pageName(arg))
	}
	r, err := c.site(string(v.src), v.options())
	if err != nil {
		return nil, err
	}
	proposals, probs, err := r.Propose(names, v.all)
	switch {
	case err != nil:
		return nil, err
	case probs.Errors() > 0:
		return v.report(c.stdout, probs)
	}
	byName, others := setAside(proposals)
	stamp, err := v.stamp(ctx, others)
	if err != nil {
		return nil, err
	}
	accepted, refused, err := v.look(ctx, c, others)
	if err != nil {
		return nil, err
	}
	if err := c.note(string(v.src), accepted, stamp); err != nil {
		return nil, err
	}
	left := len(others) - len(accepted) - len(refused)
	return v.tell(c, r, outcome{accepted, refused, byName, left})
}

// setAside divides proposals into those that must be asked for by their own names, and the
// others.
func setAside(proposals []translation.Proposal) (byName, others []translation.Proposal) {
	for _, p := range proposals {
		if p.NeedsName() {
			byName = append(byName, p)
		} else {
			others = append(others, p)
		}
	}
	return byName, others
}

// stamp returns who confirms, and when. For what is critical somebody must say so.
func (v *confirmVerb) stamp(ctx context.Context, proposals []translation.Proposal) (translation.Stamp, error) {
	by := v.by
	if by == "" {
		for _, p := range proposals {
			if p.Critical {
				return translation.Stamp{}, fmt.Errorf("%s may hurt somebody if it is wrong: "+
					"add who has compared it, -by NAME", p.Name)
			}
		}
		if len(proposals) == 0 {
			return translation.Stamp{}, nil
		}
		if by = gitUser(ctx, string(v.src)); by == "" {
			return translation.Stamp{}, errors.New("git does not know your name: add -by NAME")
		}
	}
	stamp, err := translation.NewStamp(v.date.Time, by)
	if err != nil {
		return stamp, fmt.Errorf("-by %s: %w", by, err)
	}
	return stamp, nil
}

// gitUser returns the name with which git signs what is committed in a folder, "" if there
// is none.
func gitUser(ctx context.Context, folder string) string {
	name, err := exec.CommandContext(ctx, "git", "-C", folder, "config", "user.name").Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(name))
}

// look shows proposals and asks for each whether it is right. With -yes it does neither.
func (v *confirmVerb) look(
	ctx context.Context, c console, proposals []translation.Proposal,
) (accepted, refused []translation.Proposal, err error) {
	if v.yes || len(proposals) == 0 {
		return proposals, nil, nil
	}
	if v.format != textFormat || !isTerminal(c.stdin) {
		if v.format == textFormat {
			for _, p := range proposals {
				printProposal(c.stdout, p)
			}
		}
		return nil, nil, errors.New("confirm asks about each of these on a terminal; " +
			"if you have compared them, add -yes")
	}
	answers, stop := untilInterrupted(ctx, c.stdin)
	defer stop()
	a := asker{bufio.NewReader(answers), c.stdout}
	for i, p := range proposals {
		printProposal(c.stdout, p)
		switch a.ask(fmt.Sprintf("%d of %d: %s", i+1, len(proposals), questionOn(p)), "yes", "no", "skip", "quit") {
		case "yes":
			accepted = append(accepted, p)
		case "no":
			refused = append(refused, p)
		case "skip":
		default:
			return accepted, refused, nil
		}
	}
	return accepted, refused, nil
}

// note notes in the lock what somebody has accepted.
func (c console) note(src string, accepted []translation.Proposal, by translation.Stamp) error {
	if len(accepted) == 0 {
		return nil
	}
	return c.rewrite(src, translation.LockPath, func(data []byte) ([]byte, error) {
		lock, probs := translation.ParseLock(source.File{Path: translation.LockPath, Data: data})
		if probs.Errors() > 0 {
			return nil, errMeanwhile(translation.LockPath)
		}
		return lock.Confirm(accepted, by).Bytes(), nil
	})
}

// An outcome is what has become of proposals.
type outcome struct {
	accepted []translation.Proposal
	refused  []translation.Proposal // the texts differ, says who has looked at them
	byName   []translation.Proposal // each must be confirmed by its own name
	left     int                    // nobody has answered
}

// tell reports the outcome of a confirmation. What was refused is a problem of the content.
func (v *confirmVerb) tell(c console, r *build.Result, o outcome) (probs diag.List, err error) {
	for _, p := range o.refused {
		first, last := p.Texts[0], p.Texts[len(p.Texts)-1]
		found := diag.Errorf(last.Path, last.Offset, "you have found a mistake in %s", p.Name)
		if len(p.Texts) > 1 {
			found = found.And(first.Path, first.Offset)
		}
		probs = append(probs, found.Hintf("fix it, and then confirm it"))
	}
	if v.format == textFormat {
		err = v.list(c.stdout, o)
	}
	if err == nil && (v.format != textFormat || len(probs) > 0) {
		probs, err = v.report(c.stdout, r.Locate(probs))
	}
	if n := len(o.byName); n > 0 && err == nil && len(probs) == 0 {
		err = fmt.Errorf("%d left, since each may hurt somebody if it is wrong: compare them, "+
			"and confirm them by their names as above", n)
	}
	return probs, err
}

// list lists what has been confirmed, and the commands for what is left.
func (v *confirmVerb) list(w io.Writer, o outcome) error {
	if len(o.accepted)+len(o.refused)+len(o.byName)+o.left == 0 {
		_, err := fmt.Fprintln(w, "nothing is left to confirm")
		return err
	}
	if err := printConfirmed(w, o.accepted, v.sections); err != nil {
		return err
	}
	if o.left > 0 {
		if _, err := fmt.Fprintf(w, "%d left for another time\n", o.left); err != nil {
			return err
		}
	}
	if len(o.byName) == 0 {
		return nil
	}
	return printCommands(w, o.byName)
}

// pageName returns the name of a page or shared file, or of a section or record of it,
// that an author wrote, perhaps as the path of its file.
func pageName(arg string) string {
	file, id, one := strings.Cut(arg, "#")
	name := path.Clean(filepath.ToSlash(file))
	if in, rest := page.LangOf(name); rest != "" && in != "" {
		name = rest
	}
	name = record.Name(strings.TrimSuffix(name, ".md"))
	if one {
		name += "#" + id
	}
	return name
}

// questionOn returns what to ask about a proposal that has been shown.
func questionOn(p translation.Proposal) string {
	switch {
	case p.IsGone():
		return "removed on purpose?"
	case len(p.Texts) == 1:
		return "right?"
	}
	return "the same meaning?"
}

package watch

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"
)

func TestSettle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		events := make(chan struct{})
		settled := settle(events, 50*time.Millisecond)
		burst := func(n int) {
			for range n {
				events <- struct{}{}
				time.Sleep(20 * time.Millisecond) // of the test's own clock
			}
		}
		burst(5)
		time.Sleep(time.Second)
		burst(1)
		time.Sleep(time.Second) // the reader is slow: two bursts, one signal waiting
		if got := len(settled); got != 1 {
			t.Errorf("%d signals waiting, want 1", got)
		}
		<-settled
		burst(3)
		<-settled
		close(events)
		if _, ok := <-settled; ok {
			t.Error("a signal after the end")
		}
	})
}

// Each step is reported, also in a folder that did not exist when the watch
// began, and one that was renamed.
func TestTree(t *testing.T) {
	root := t.TempDir()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	in := func(p string) string { return filepath.Join(root, filepath.FromSlash(p)) }
	try := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	try(os.MkdirAll(in("content/no"), 0o755))
	changes, err := Tree(ctx, root, []string{"content"}, 5*time.Millisecond, func(err error) { t.Error(err) })
	try(err)
	for _, step := range []func() error{
		func() error { return os.WriteFile(in("content/no/a.md"), []byte("1"), 0o644) },
		func() error { return os.MkdirAll(in("content/en/deep"), 0o755) },
		func() error { return os.WriteFile(in("content/en/deep/b.md"), []byte("1"), 0o644) },
		func() error { return os.Rename(in("content/en/deep"), in("content/en/other")) },
		func() error { return os.WriteFile(in("content/en/other/b.md"), []byte("2"), 0o644) },
		func() error { return os.RemoveAll(in("content/no")) },
	} {
		try(step())
		if _, ok := <-changes; !ok {
			t.Fatal("the watch ended")
		}
	}
	stop()
	for range changes {
	}
}

// What a link leads to is no part of the tree, and is not checked.
func TestLinksAreNotFollowed(t *testing.T) {
	root, target := t.TempDir(), filepath.Join(t.TempDir(), "target")
	link := filepath.Join(root, "content", "a.md")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(target, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("x")
	if err := errors.Join(os.Mkdir(filepath.Dir(link), 0o755), os.Symlink(target, link)); err != nil {
		t.Fatal(err)
	}
	before := stamp(root, []string{"content"})
	write("longer")
	if stamp(root, []string{"content"}) != before {
		t.Error("a change outside of the tree is reported")
	}
	if err := errors.Join(os.Remove(link), os.WriteFile(link, []byte("x"), 0o644)); err != nil {
		t.Fatal(err)
	}
	if stamp(root, []string{"content"}) == before {
		t.Error("a file in the place of a link is not reported")
	}
}

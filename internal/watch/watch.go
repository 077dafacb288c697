// Package watch reports that the input tree has changed.
//
// It does not report what has changed: the next build checks the whole tree, so a lost or
// doubled event does no harm. Events are hints. What comes without one, from a network drive,
// through a hard link, or because the system has no more watches, is found by a check of all
// files every two seconds.
package watch

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"

	"rygghandboka/internal/source"
)

// A tree is the folders dirs of the folder root, with a watch on each folder in them.
type tree struct {
	root    string
	dirs    []string
	watcher *fsnotify.Watcher
	report  func(error)
}

// Tree sends on the channel after each burst of changes below the folders dirs
// of root, once no change has come for the time quiet. It ends with ctx. Errors
// of the running watch go to report.
func Tree(
	ctx context.Context, root string, dirs []string, quiet time.Duration, report func(error),
) (<-chan struct{}, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch the source: %w", err)
	}
	t := tree{root: root, dirs: dirs, watcher: w, report: report}
	if err := t.addAll(); err != nil {
		report(fmt.Errorf("%w; changes will be seen within two seconds", err))
	}
	events := make(chan struct{})
	settled := settle(events, quiet)
	changes := make(chan struct{})
	go t.collect(ctx, events)
	go t.forward(ctx, settled, changes)
	return changes, nil
}

// collect sends an event for each change until ctx ends, and then closes events and the
// watcher.
func (t tree) collect(ctx context.Context, events chan<- struct{}) {
	defer close(events)
	defer t.watcher.Close()
	poll := time.NewTicker(pollInterval)
	defer poll.Stop()
	last := stamp(t.root, t.dirs)
	for {
		select {
		case <-ctx.Done():
			return
		case <-poll.C:
			if now := stamp(t.root, t.dirs); now != last {
				last = now
				events <- struct{}{}
			}
		case e := <-t.watcher.Events:
			if e.Op != fsnotify.Chmod && !source.Ignored(filepath.Base(e.Name)) {
				events <- struct{}{}
			}
		case err := <-t.watcher.Errors:
			t.report(err)
			events <- struct{}{} // events may have been lost
		}
	}
}

// forward sends a change for each burst until settled is closed or ctx ends, and then closes
// changes.
func (t tree) forward(ctx context.Context, settled <-chan struct{}, changes chan<- struct{}) {
	defer close(changes)
	for range settled {
		// A folder that was made, moved or replaced in the burst has no watch, or has
		// lost it.
		if err := t.addAll(); err != nil && ctx.Err() == nil {
			t.report(err)
		}
		select {
		case changes <- struct{}{}:
		case <-ctx.Done():
			return
		}
	}
}

// pollInterval is how often the tree is checked without an event.
const pollInterval = 2 * time.Second

// stamp returns a sum of the names, sizes and times of all files: another one if
// the tree has changed.
func stamp(root string, dirs []string) (sum [sha256.Size]byte) {
	h := sha256.New()
	for _, dir := range dirs {
		filepath.WalkDir(filepath.Join(root, dir), func(p string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // it has gone, so the names are different
			}
			if source.Ignored(d.Name()) {
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if info, err := d.Info(); err == nil && !d.IsDir() { // of a link itself, which is not followed
				fmt.Fprintln(h, p, info.Size(), info.Mode(), info.ModTime().UnixNano())
			}
			return nil
		})
	}
	h.Sum(sum[:0])
	return sum
}

// addAll watches root, for folders that are made anew, and every folder below dirs.
func (t tree) addAll() error {
	if err := t.watcher.Add(t.root); err != nil {
		return fmt.Errorf("watch %s: %w", t.root, err)
	}
	for _, dir := range t.dirs {
		err := filepath.WalkDir(filepath.Join(t.root, dir), t.add)
		if errors.Is(err, syscall.ENOSPC) {
			return fmt.Errorf("watch %s: the limit of watches is reached: raise fs.inotify.max_user_watches", dir)
		}
		if err != nil {
			return fmt.Errorf("watch %s: %w", dir, err)
		}
	}
	return nil
}

// add watches a folder. One that has gone or cannot be read is left to the build to report.
func (t tree) add(p string, d fs.DirEntry, err error) error {
	if err != nil || !d.IsDir() {
		return nil
	}
	if source.Ignored(d.Name()) {
		return fs.SkipDir
	}
	err = t.watcher.Add(p)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return nil
	}
	return err
}

// maxBurst is how long a burst of events may last before it is reported all the same.
const maxBurst = 500 * time.Millisecond

// settle returns a channel that receives once after each burst of events, when
// none has come for the given quiet time, and now and then during a long one.
func settle(events <-chan struct{}, quiet time.Duration) <-chan struct{} {
	settled := make(chan struct{}, 1)
	go func() {
		defer close(settled)
		timer := time.NewTimer(quiet)
		timer.Stop()
		var first time.Time // of the burst; zero between bursts
		for {
			select {
			case _, ok := <-events:
				if !ok {
					return
				}
				if first.IsZero() {
					first = time.Now()
				}
				timer.Reset(min(quiet, max(0, maxBurst-time.Since(first))))
			case <-timer.C:
				first = time.Time{}
				select {
				case settled <- struct{}{}:
				default: // one is waiting already
				}
			}
		}
	}()
	return settled
}

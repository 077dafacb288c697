// Package watch says that the input tree has changed.
//
// It does not say what changed: the next build looks at the whole tree, so a lost
// or doubled event does no harm. Events are hints. What comes without one, from a
// network drive, through a hard link, or because the system has no more watches
// to give, is found by a look at all files every two seconds.
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

// Tree sends on the channel after each burst of changes below the folders dirs
// of root, once no change has come for the time quiet. It ends with ctx. Errors
// of the running watch go to report.
func Tree(ctx context.Context, root string, dirs []string, quiet time.Duration, report func(error)) (<-chan struct{}, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch the source: %w", err)
	}
	if err := addAll(w, root, dirs); err != nil {
		report(fmt.Errorf("%w; changes will be seen within two seconds", err))
	}
	events := make(chan struct{})
	settled := settle(events, quiet)
	changes := make(chan struct{})
	go func() {
		defer close(events)
		defer w.Close()
		look := time.NewTicker(lookEvery)
		defer look.Stop()
		last := stamp(root, dirs)
		for {
			select {
			case <-ctx.Done():
				return
			case <-look.C:
				if now := stamp(root, dirs); now != last {
					last = now
					events <- struct{}{}
				}
			case e := <-w.Events:
				if e.Op != fsnotify.Chmod && !source.Ignored(filepath.Base(e.Name)) {
					events <- struct{}{}
				}
			case err := <-w.Errors:
				report(err)
				events <- struct{}{} // events may have been lost
			}
		}
	}()
	go func() {
		defer close(changes)
		for range settled {
			// A folder that was made, moved or replaced in the burst has no
			// watch, or a watch that is lost.
			if err := addAll(w, root, dirs); err != nil && ctx.Err() == nil {
				report(err)
			}
			select {
			case changes <- struct{}{}:
			case <-ctx.Done():
				return
			}
		}
	}()
	return changes, nil
}

// lookEvery is how often the tree is looked at without an event.
const lookEvery = 2 * time.Second

// stamp returns a sum of the names, sizes and times of all files: another one if
// the tree has changed.
func stamp(root string, dirs []string) (sum [sha256.Size]byte) {
	h := sha256.New()
	for _, dir := range dirs {
		filepath.WalkDir(filepath.Join(root, dir), func(p string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // it has gone: the names are other ones
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

// addAll watches root, for folders that are made anew, and every folder below
// dirs.
func addAll(w *fsnotify.Watcher, root string, dirs []string) error {
	if err := w.Add(root); err != nil {
		return fmt.Errorf("watch %s: %w", root, err)
	}
	for _, dir := range dirs {
		err := filepath.WalkDir(filepath.Join(root, dir), func(p string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() {
				return nil // it has gone, or cannot be read, which the build says
			}
			if source.Ignored(d.Name()) {
				return fs.SkipDir
			}
			if err := w.Add(p); !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
				return err
			}
			return nil // as above
		})
		if errors.Is(err, syscall.ENOSPC) {
			return fmt.Errorf("watch %s: the limit of watches is reached: raise fs.inotify.max_user_watches", dir)
		}
		if err != nil {
			return fmt.Errorf("watch %s: %w", dir, err)
		}
	}
	return nil
}

// most is how long a burst of events may last before it is told of all the same.
const most = 500 * time.Millisecond

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
				timer.Reset(min(quiet, max(0, most-time.Since(first))))
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

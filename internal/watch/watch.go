// Package watch says that the input tree has changed.
//
// It does not say what changed: the next build reads the tree anew, so a lost
// or doubled event does no harm.
package watch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
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
		w.Close()
		return nil, err
	}
	events := make(chan struct{})
	settled := settle(events, quiet)
	changes := make(chan struct{})
	go func() {
		defer close(events)
		defer w.Close()
		for {
			select {
			case <-ctx.Done():
				return
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

// addAll watches root, for folders that are made anew, and every folder below
// dirs.
func addAll(w *fsnotify.Watcher, root string, dirs []string) error {
	if err := w.Add(root); err != nil {
		return fmt.Errorf("watch %s: %w", root, err)
	}
	for _, dir := range dirs {
		err := filepath.WalkDir(filepath.Join(root, dir), func(p string, d fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			if err != nil || !d.IsDir() {
				return err
			}
			if source.Ignored(d.Name()) {
				return fs.SkipDir
			}
			return w.Add(p)
		})
		if err != nil {
			return fmt.Errorf("watch %s: %w (if the limit of watches is reached, raise fs.inotify.max_user_watches)", dir, err)
		}
	}
	return nil
}

// settle returns a channel that receives once after each burst of events, when
// none has come for the given quiet time.
func settle(events <-chan struct{}, quiet time.Duration) <-chan struct{} {
	settled := make(chan struct{}, 1)
	go func() {
		defer close(settled)
		timer := time.NewTimer(quiet)
		timer.Stop()
		for {
			select {
			case _, ok := <-events:
				if !ok {
					return
				}
				timer.Reset(quiet)
			case <-timer.C:
				select {
				case settled <- struct{}{}:
				default: // one is waiting already
				}
			}
		}
	}()
	return settled
}

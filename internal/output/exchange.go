package output

import (
	"errors"
	"io/fs"
	"os"
)

// exchange exchanges stage and dir, or renames stage to dir if there is no dir. Where the
// system can, it is one step, and a reader of dir sees the old site or the new.
func exchange(stage, dir string) error {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(stage, dir)
	}
	err := swap(stage, dir)
	if !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return swapInSteps(stage, dir)
}

// asideSuffix is added to the stage's name for the folder that swapInSteps moves out of the way.
const asideSuffix = ".old"

// swapInSteps is for systems that cannot exchange two folders at once. If the
// second step fails, the first is undone.
func swapInSteps(stage, dir string) error {
	aside := stage + asideSuffix
	if err := checkOwn(aside); err != nil {
		return err
	}
	if err := os.RemoveAll(aside); err != nil {
		return err
	}
	if err := os.Rename(dir, aside); err != nil {
		return err
	}
	if err := os.Rename(stage, dir); err != nil {
		return errors.Join(err, os.Rename(aside, dir))
	}
	return os.Rename(aside, stage)
}

// restore undoes the first step of swapInSteps, if nothing came after it.
func restore(dir string) error {
	if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	aside := stageOf(dir) + asideSuffix
	if err := checkOwn(aside); err != nil {
		return err
	}
	if err := os.Rename(aside, dir); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

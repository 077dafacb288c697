package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// checkOwn returns an error unless dir does not exist, is empty, or has the marker file.
func checkOwn(dir string) error {
	if info, err := os.Lstat(dir); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return fmt.Errorf("%s is a link: name the folder that it leads to", dir)
	}
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() == Marker {
			return nil
		}
	}
	return fmt.Errorf("%s is not empty and was not written by this program (it has no file %s): "+
		"choose another folder, or empty it yourself", dir, Marker)
}

// Folder returns the absolute path of the output folder out, its links followed, or an error
// with the reason why the site must not be written there. inputs are the names of the
// folders of the input tree, which are in src. It writes nothing.
func Folder(src, out string, inputs []string) (string, error) {
	target, err := resolve(out)
	if err != nil {
		return "", err
	}
	if err := checkHome(out, target); err != nil {
		return "", err
	}
	if err := checkSource(src, out, target, inputs); err != nil {
		return "", err
	}
	for _, d := range []string{target, stageOf(target)} {
		if err := checkOwn(d); err != nil {
			return "", err
		}
	}
	_, err = readRecord(target)
	return target, err
}

// checkHome refuses the root of the disk and a folder that contains the home folder.
func checkHome(out, target string) error {
	home, _ := os.UserHomeDir()
	if home != "" {
		home, _ = resolve(home)
	}
	if target == filepath.Dir(target) {
		return fmt.Errorf("%s is the root of the disk: choose another folder", out)
	}
	if home != "" && inside(home, target) {
		return fmt.Errorf("%s is or contains a home folder: choose another folder", out)
	}
	return nil
}

// checkSource refuses a folder that contains the source, or is in a folder of its input tree.
func checkSource(src, out, target string, inputs []string) error {
	for _, name := range append([]string{"."}, inputs...) {
		input, err := resolve(filepath.Join(src, name))
		if err != nil {
			return err
		}
		if inside(input, target) || name != "." && inside(target, input) {
			return fmt.Errorf("%s is, contains or lies in the source %s: choose another folder", out,
				filepath.Join(src, name))
		}
	}
	return nil
}

// resolve returns the absolute path of p with the links in it followed, as far
// as it exists.
func resolve(p string) (string, error) {
	p, err := filepath.Abs(p)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(p)
	if errors.Is(err, fs.ErrNotExist) && p != filepath.Dir(p) {
		parent, err := resolve(filepath.Dir(p))
		return filepath.Join(parent, filepath.Base(p)), err
	}
	return real, err
}

// inside reports whether p is dir or lies in it.
func inside(p, dir string) bool {
	rel, err := filepath.Rel(dir, p)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

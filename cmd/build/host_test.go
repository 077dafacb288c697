package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Real hosts take the files that are made for them, and send the headers in them, at the top
// of a host and below a folder that has neighbours.
func TestHosts(t *testing.T) {
	needs(t, "nginx", "caddy")
	for _, base := range []string{"/", "/handbook/"} {
		root := t.TempDir()
		dir := filepath.Join(root, base)
		var log strings.Builder
		args := []string{"build", "-src", repository, "-out", dir, "-base", "http://e.example" + base}
		if code := run(t.Context(), args, &log, &log); code != fine {
			t.Fatal(log.String())
		}
		if err := os.MkdirAll(filepath.Join(root, "shop"), 0o755); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(root, "shop/index.html"), "A neighbour")
		for name, start := range map[string]hostProgram{"nginx": nginx, "caddy": caddy} {
			t.Run(name+base, func(t *testing.T) {
				address := serveWith(t, root, filepath.Join(dir, "_host"), start)
				for _, a := range hostAnswers(t, base, dir) {
					a.check(t, address+strings.TrimSuffix(base, "/"))
				}
				checkNeighbour(t, address, base)
			})
		}
	}
}

// A hostProgram returns a host that serves a folder at a port, with the configuration that
// is made for it in another.
type hostProgram func(t *testing.T, port int, root, made string) *exec.Cmd

// A hostAnswer is what a host has to answer to a path.
type hostAnswer struct {
	path, header, want string
	status             int
}

// hostAnswers returns the answers of the site that begins at base.
func hostAnswers(t *testing.T, base, dir string) []hostAnswer {
	t.Helper()
	style, figure := firstFile(t, dir, "css/site.*.css"), firstFile(t, dir, "figures/plank.*.svg")
	return []hostAnswer{
		{"/no/", "Content-Security-Policy", "script-src 'self'", 200},
		{"/no/", "Content-Type", "text/html; charset=utf-8", 200},
		{"/no/", "Cache-Control", "no-cache", 200},
		{"/no/", "Speculation-Rules", `"` + base + `speculation.json"`, 200},
		{"/no/nowhere/", "Content-Security-Policy", "frame-ancestors 'none'", 404},
		{"/", "X-Content-Type-Options", "nosniff", 200},
		{style, "Cache-Control", "immutable", 200},
		{"/css/nowhere.css", "Cache-Control", "no-cache", 404},
		{"/speculation.json", "X-Content-Type-Options", "nosniff", 200},
		{"/no/manifest.webmanifest", "Content-Type", "application/manifest+json", 200},
		{"/no/endringer/feed.xml", "Content-Type", "application/atom+xml", 200},
		{"/references.ris", "Content-Type", "application/x-research-info-systems", 200},
		{"/.rygghandboka", "Content-Type", "text/html", 404},
		{"/no/", "Referrer-Policy", "no-referrer", 200},
		{style, "X-Content-Type-Options", "nosniff", 200},
		{style, "Content-Security-Policy", "", 200},
		{style, "Referrer-Policy", "", 200},
		{figure, "Content-Security-Policy", "style-src 'unsafe-inline'", 200},
		{figure, "Content-Type", "image/svg+xml", 200},
		{figure, "Cache-Control", "immutable", 200},
		{"/no/worker.js", "Cache-Control", "no-cache", 200},
		{"/speculation.json", "Content-Type", "application/speculationrules+json", 200},
		{"/_headers", "Content-Type", "text/html", 404},
		{"/_host/nginx.conf", "Content-Type", "text/html", 404},
	}
}

// check asks a host, whose site begins at an address.
func (a hostAnswer) check(t *testing.T, address string) {
	t.Helper()
	response, err := http.Get(address + a.path)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	got := response.Header.Values(a.header)
	as := len(got) == 1 && a.want != "" && strings.Contains(got[0], a.want) || len(got) == 0 && a.want == ""
	if response.StatusCode != a.status || !as {
		t.Errorf("%s answers %d with %s %q, want %d with %s",
			a.path, response.StatusCode, a.header, got, a.status, a.want)
	}
	if a.status == http.StatusNotFound && !strings.Contains(string(body), "Siden finnes ikke") {
		t.Errorf("%s: another page than the site's: %.100s", a.path, body)
	}
}

// checkNeighbour checks that a folder beside that of the site does not get its policy.
func checkNeighbour(t *testing.T, address, base string) {
	t.Helper()
	if base == "/" {
		return
	}
	response, err := http.Get(address + "/shop/")
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode == http.StatusOK && response.Header.Get("Content-Security-Policy") != "" {
		t.Error("a neighbour has the handbook's policy")
	}
}

// firstFile returns the path, from the root of the site, of the file that a pattern names.
func firstFile(t *testing.T, dir, pattern string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil || len(found) == 0 {
		t.Fatal(pattern, err)
	}
	rel, _ := filepath.Rel(dir, found[0])
	return "/" + filepath.ToSlash(rel)
}

// serveWith starts a host and returns its address once it answers.
func serveWith(t *testing.T, root, config string, start hostProgram) string {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := ln.Addr().(*net.TCPAddr).Port
	ln.Close()
	var log strings.Builder
	cmd := start(t, port, root, config)
	cmd.Stdout, cmd.Stderr = &log, &log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	t.Cleanup(func() { cmd.Process.Kill(); <-ended })
	address := fmt.Sprintf("http://127.0.0.1:%d", port)
	for tries := time.NewTicker(20 * time.Millisecond); ; {
		if response, err := http.Get(address + "/"); err == nil {
			response.Body.Close()
			return address
		}
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("%s ended: %v\n%s", cmd.Path, err, log.String())
		case <-t.Context().Done():
			t.Fatal(log.String())
		case <-tries.C:
		}
	}
}

func nginx(t *testing.T, port int, root, made string) *exec.Cmd {
	config := filepath.Join(t.TempDir(), "nginx.conf")
	write(t, config, fmt.Sprintf(`daemon off; master_process off; pid %[1]s.pid; error_log stderr;
events {}
http {
	include /etc/nginx/mime.types;
	access_log off;
	client_body_temp_path %[1]s.a;
	proxy_temp_path %[1]s.b;
	fastcgi_temp_path %[1]s.c;
	uwsgi_temp_path %[1]s.d;
	scgi_temp_path %[1]s.e;
	server { listen 127.0.0.1:%[2]d; root %[3]s; include %[4]s/nginx.conf; }
}
`, config, port, root, made))
	return exec.Command("nginx", "-c", config)
}

func caddy(t *testing.T, port int, root, made string) *exec.Cmd {
	config := filepath.Join(t.TempDir(), "Caddyfile")
	write(t, config, fmt.Sprintf(`{
	admin off
	auto_https off
}
http://127.0.0.1:%d {
	root * %s
	import %s/Caddyfile
}
`, port, root, made))
	cmd := exec.Command("caddy", "run", "--config", config, "--adapter", "caddyfile")
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir())
	return cmd
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

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

// Real hosts take the files that are made for them, and send what those say, at the top
// of a host and below a folder that has neighbours.
func TestHosts(t *testing.T) {
	needs(t, "nginx", "caddy")
	for _, base := range []string{"/", "/handbook/"} {
		root := t.TempDir()
		dir := filepath.Join(root, base)
		var said strings.Builder
		if code := run(t.Context(), []string{"build", "-src", repository, "-out", dir, "-base", "http://e.example" + base}, &said, &said); code != fine {
			t.Fatal(said.String())
		}
		if err := os.MkdirAll(filepath.Join(root, "shop"), 0o755); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(root, "shop/index.html"), "A neighbour")
		for name, start := range map[string]func(t *testing.T, port int, root, config string) *exec.Cmd{"nginx": nginx, "caddy": caddy} {
			t.Run(name+base, func(t *testing.T) {
				askHost(t, serveWith(t, root, filepath.Join(dir, "_host"), start)+strings.TrimSuffix(base, "/"), base, dir)
			})
		}
	}
}

// askHost asks a host for files of the site that begins at an address.
func askHost(t *testing.T, address, base, dir string) {
	style, figure := firstFile(t, dir, "css/site.*.css"), firstFile(t, dir, "figures/plank.*.svg")
	for _, c := range []struct {
		path, header, want string
		status             int
	}{
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
		{style, "Referrer-Policy", "no-referrer", 200},
		{figure, "Content-Security-Policy", "style-src 'unsafe-inline'", 200},
		{figure, "Content-Type", "image/svg+xml", 200},
		{figure, "Cache-Control", "immutable", 200},
		{"/no/worker.js", "Cache-Control", "no-cache", 200},
		{"/speculation.json", "Content-Type", "application/speculationrules+json", 200},
		{"/_headers", "Content-Type", "text/html", 404},
		{"/_host/nginx.conf", "Content-Type", "text/html", 404},
	} {
		response, err := http.Get(address + c.path)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(response.Body)
		response.Body.Close()
		got := response.Header.Values(c.header)
		if response.StatusCode != c.status || len(got) != 1 || !strings.Contains(got[0], c.want) {
			t.Errorf("%s answers %d with %s %q, want %d with %s", c.path, response.StatusCode, c.header, got, c.status, c.want)
		}
		if c.status == 404 && !strings.Contains(string(body), "Siden finnes ikke") {
			t.Errorf("%s: another page than the site's: %.100s", c.path, body)
		}
	}
	if base != "/" {
		response, err := http.Get(strings.TrimSuffix(address, "/handbook") + "/shop/")
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode == 200 && response.Header.Get("Content-Security-Policy") != "" {
			t.Error("a neighbour has the handbook's policy")
		}
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
func serveWith(t *testing.T, root, config string, start func(t *testing.T, port int, root, config string) *exec.Cmd) string {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := ln.Addr().(*net.TCPAddr).Port
	ln.Close()
	var said strings.Builder
	cmd := start(t, port, root, config)
	cmd.Stdout, cmd.Stderr = &said, &said
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
			t.Fatalf("%s ended: %v\n%s", cmd.Path, err, said.String())
		case <-t.Context().Done():
			t.Fatal(said.String())
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
	client_body_temp_path %[1]s.a; proxy_temp_path %[1]s.b; fastcgi_temp_path %[1]s.c; uwsgi_temp_path %[1]s.d; scgi_temp_path %[1]s.e;
	server { listen 127.0.0.1:%[2]d; root %[3]s; include %[4]s/nginx.conf; }
}
`, config, port, root, made))
	return exec.Command("nginx", "-c", config)
}

func caddy(t *testing.T, port int, root, made string) *exec.Cmd {
	config := filepath.Join(t.TempDir(), "Caddyfile")
	write(t, config, fmt.Sprintf("{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:%d {\n\troot * %s\n\timport %s/Caddyfile\n}\n", port, root, made))
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

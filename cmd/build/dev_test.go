package main
import ("testing";"os";"net/url";"regexp";"path/filepath";"time";"slices"
"rygghandboka/internal/pdf"
"rygghandboka/internal/base/public"
)
func TestDevPrint(t *testing.T){
 browser,_:=chromium()
 base:=&url.URL{Scheme:"https",Host:"rygghandboka.example",Path:"/"}
 r,all:=sheetsOf(t,base)
 re:=regexp.MustCompile(os.Getenv("PDFRE"))
 all=slices.DeleteFunc(all,func(p public.PDF)bool{return !re.MatchString(p.Path)})
 start:=time.Now()
 out,probs,err:=pdf.Print(t.Context(),r.Outputs,base,all,browser,func(n int){t.Log(n,time.Since(start))})
 if err!=nil||len(probs)>0{t.Fatal(err,probs)}
 for _,o:=range out{ d,_:=o.Render(); p:=filepath.Join(os.Getenv("PDFOUT"),filepath.Base(o.Path)); os.WriteFile(p,d,0o644)}
}

package share
import ("testing";"os";"fmt")
func TestTry(t *testing.T) {
	for i, p := range []Picture{
		{"Rygghåndboka","Øvelse","Planken","Du holder kroppen rett som en planke. Øvelsen trener mage, rygg og skuldre."},
		{"The Back Handbook","Exercise","Curl-up with neutral lower back","A small lift for rectus abdominis and the oblique abdominal muscles. Your lower back stays still while you lift your head and shoulder blades a little."},
		{"The Back Handbook","Article","Different muscle groups have different jobs","The drawings that the articles use, one by one. «Æ ø å Æ Ø Å» – ’"},
	} {
		b, err := p.Draw()
		if err != nil { t.Fatal(err) }
		os.WriteFile(fmt.Sprintf("/tmp/share-%d.png", i), b, 0o644)
		fmt.Println(len(b), p.Name(), p.Lacks())
	}
	for _, i := range Icons { b, err := i.File(); if err != nil {t.Fatal(err)}; fmt.Println(i.Name, len(b)); os.WriteFile("/tmp/share-"+i.Name, b, 0o644) }
}
func BenchmarkDraw(b *testing.B) { p := Picture{"The Back Handbook","Exercise","Curl-up with neutral lower back","A small lift for rectus abdominis and the oblique abdominal muscles. Your lower back stays still while you lift your head and shoulder blades a little."}
 for b.Loop() { p.Draw() } }
func BenchmarkIcons(b *testing.B) { for b.Loop() { for _, i := range Icons { i.File() } } }

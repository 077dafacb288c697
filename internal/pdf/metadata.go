package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// packet is the metadata of a file: its title, its language, and that it is tagged as
// PDF/UA-1 demands.
const packet = `<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%[1]s</rdf:li>
<rdf:li xml:lang="%[2]s">%[1]s</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>%[2]s</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`

// describeFile writes the metadata, and removes when Chromium made the file.
func (d *document) describeFile() error {
	info := d.dict(*d.table.Info)
	delete(info, "CreationDate")
	delete(info, "ModDate")
	var title, language bytes.Buffer
	if err := xml.EscapeText(&title, []byte(d.textOf(info["Title"]))); err != nil {
		return err
	}
	if err := xml.EscapeText(&language, []byte(d.textOf(d.catalog["Lang"]))); err != nil {
		return err
	}
	data := fmt.Appendf(nil, packet, title.String(), language.String())
	metadata := types.StreamDict{
		Dict: types.Dict{"Type": types.Name("Metadata"), "Subtype": types.Name("XML")},
		Raw:  data,
	}
	ref, err := d.add(metadata)
	d.catalog["Metadata"] = ref
	d.catalog["ViewerPreferences"] = types.Dict{"DisplayDocTitle": types.Boolean(true)}
	d.catalog["MarkInfo"] = types.Dict{"Marked": types.Boolean(true)}
	for _, page := range d.pages {
		d.dict(page)["Tabs"] = types.Name("S")
	}
	return err
}

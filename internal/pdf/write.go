package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// perStream is how many objects are compressed together.
const perStream = 200

// A writer writes a document. Objects are numbered in the order in which the catalog
// leads to them, so the same objects give the same bytes.
type writer struct {
	doc     *document
	out     bytes.Buffer
	numbers map[types.Integer]int // by the number in the document
	queue   []types.IndirectRef   // objects in the order of their numbers
	places  [][3]int              // the rows of the cross-reference stream, from number 1
}

// write returns a document as a file of PDF 1.7.
func (d *document) write() ([]byte, error) {
	w := &writer{doc: d, numbers: map[types.Integer]int{}}
	w.out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	trailer := types.Dict{"Root": *d.table.Root}
	if d.table.Info != nil {
		trailer["Info"] = *d.table.Info
	}
	w.object(trailer) // which numbers both
	var packed []int
	for i := 0; i < len(w.queue); i++ {
		w.places = append(w.places, [3]int{})
		if s, ok := d.direct(w.queue[i]).(types.StreamDict); ok {
			w.stream(i+1, s.Dict, s.Raw)
		} else {
			w.object(d.direct(w.queue[i])) // so that all objects have numbers
			packed = append(packed, i+1)
		}
	}
	for group := range slices.Chunk(packed, perStream) {
		if err := w.pack(group); err != nil {
			return nil, err
		}
	}
	return w.finish(trailer)
}

// object returns an object as it is written, and numbers those to which it refers.
func (w *writer) object(o types.Object) string {
	switch v := o.(type) {
	case nil:
		return "null"
	case types.IndirectRef:
		n, known := w.numbers[v.ObjectNumber]
		if !known {
			w.queue = append(w.queue, v)
			n = len(w.queue)
			w.numbers[v.ObjectNumber] = n
		}
		return strconv.Itoa(n) + " 0 R"
	case types.Array:
		var b bytes.Buffer
		for i, item := range v {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(w.object(item))
		}
		return "[" + b.String() + "]"
	case types.Dict:
		var b bytes.Buffer
		for _, key := range slices.Sorted(maps.Keys(v)) {
			b.WriteString(types.Name(key).PDFString() + " " + w.object(v[key]))
		}
		return "<<" + b.String() + ">>"
	case types.Float:
		return strconv.FormatFloat(float64(v), 'f', -1, 64)
	}
	return o.PDFString()
}

// stream writes a stream, whose data is encoded.
func (w *writer) stream(number int, dict types.Dict, data []byte) {
	dict = maps.Clone(dict)
	dict["Length"] = types.Integer(len(data))
	text := w.object(dict)
	w.places[number-1] = [3]int{1, w.out.Len(), 0}
	fmt.Fprintf(&w.out, "%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n", number, text, data)
}

// pack writes objects into one stream.
func (w *writer) pack(numbers []int) error {
	var index, objects bytes.Buffer
	w.places = append(w.places, [3]int{})
	container := len(w.places)
	for i, n := range numbers {
		fmt.Fprintf(&index, "%d %d ", n, objects.Len())
		objects.WriteString(w.object(w.doc.direct(w.queue[n-1])) + "\n")
		w.places[n-1] = [3]int{2, container, i}
	}
	dict := types.Dict{
		"Type": types.Name("ObjStm"), "N": types.Integer(len(numbers)),
		"First": types.Integer(index.Len()), "Filter": types.Name("FlateDecode"),
	}
	data, err := deflate(append(index.Bytes(), objects.Bytes()...))
	w.stream(container, dict, data)
	return err
}

// finish writes the cross-reference stream, which is the trailer too. The file's
// identifier is a hash of what is written before.
func (w *writer) finish(trailer types.Dict) ([]byte, error) {
	hash := sha256.Sum256(w.out.Bytes())
	id := types.HexLiteral(hex.EncodeToString(hash[:16]))
	start := w.out.Len()
	w.places = append(w.places, [3]int{1, start, 0})
	rows := []byte{0, 0, 0, 0, 0xFF, 0xFF} // number 0 is free
	for _, p := range w.places {
		rows = append(rows, byte(p[0]), byte(p[1]>>16), byte(p[1]>>8), byte(p[1]), byte(p[2]>>8), byte(p[2]))
	}
	dict := maps.Clone(trailer)
	maps.Copy(dict, types.Dict{
		"Type": types.Name("XRef"), "Size": types.Integer(len(w.places) + 1), "ID": types.Array{id, id},
		"W":      types.Array{types.Integer(1), types.Integer(3), types.Integer(2)},
		"Filter": types.Name("FlateDecode"),
	})
	data, err := deflate(rows)
	w.stream(len(w.places), dict, data)
	fmt.Fprintf(&w.out, "startxref\n%d\n%%%%EOF\n", start)
	return w.out.Bytes(), err
}

// deflate compresses data as FlateDecode expects it.
func deflate(data []byte) ([]byte, error) {
	var b bytes.Buffer
	z, err := zlib.NewWriterLevel(&b, zlib.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(data); err != nil {
		return nil, err
	}
	err = z.Close()
	return b.Bytes(), err
}

// Returns the stem of the first word of each text.
(texts) => texts.map((text) => handbookSearch.stem(handbookSearch.words(text)[0]))

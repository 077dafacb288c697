// Returns the words of each text.
(texts) => texts.map((text) => handbookSearch.words(text))

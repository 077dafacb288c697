package bibtex

// accents are the combining characters of commands that put an accent on a letter.
var accents = map[string]string{
	"`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
	`"`: "\u0308", "r": "\u030A", "H": "\u030B", "v": "\u030C", "d": "\u0323", "c": "\u0327", "k": "\u0328",
	"b": "\u0331",
}

// symbols are what other commands show.
var symbols = map[string]string{
	"o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "aa": "å", "AA": "Å", "oe": "œ", "OE": "Œ", "l": "ł", "L": "Ł",
	"ss": "ß", "i": "i", "j": "j", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
	"NG": "Ŋ", "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "copyright": "©", "pounds": "£", "euro": "€",
	"ldots": "…", "dots": "…", "slash": "/",

	"&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}",
	" ": " ", "\n": " ", "\t": " ", "\r": " ", `\`: " ", ",": " ", ";": " ", ":": " ",
	"!": "", "-": "", "/": "", "@": "",
	"quad": " ", "qquad": " ", "newline": " ", "linebreak": " ", "relax": "", "protect": "", "noopsort": "",

	"textbackslash": `\`, "textasciitilde": "~", "textasciicircum": "^", "textless": "<", "textgreater": ">",
	"textbar": "|", "textbraceleft": "{", "textbraceright": "}", "textunderscore": "_", "textdollar": "$",
	"textendash": "–", "textemdash": "—", "textellipsis": "…", "textdegree": "°", "textmu": "µ", "texteuro": "€",
	"textsterling": "£", "textregistered": "®", "texttrademark": "™", "textcopyright": "©", "textsection": "§",
	"textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
	"textquotesingle": "'", "textquotedbl": `"`, "guillemotleft": "«", "guillemotright": "»",
	"quotedblbase": "„", "quotesinglbase": "‚", "textexclamdown": "¡", "textquestiondown": "¿",
	"textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾", "textperiodcentered": "·",
	"textbullet": "•", "textpm": "±", "texttimes": "×",

	"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
	"eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
	"rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ",
	"omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
	"Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
	"times": "×", "pm": "±", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "approx": "≈", "sim": "~",
	"cdot": "·", "circ": "°", "degree": "°", "infty": "∞", "rightarrow": "→", "to": "→", "leftarrow": "←",
	"leftrightarrow": "↔",
}

// marks are the elements with which CSL marks text, of commands with an argument.
var marks = map[string]string{
	"textit": "i", "emph": "i", "textsl": "i", "mathit": "i",
	"textbf": "b", "mathbf": "b",
	"textsuperscript": "sup", "textsubscript": "sub",
}

// switches are the elements of commands that change the rest of their group.
var switches = map[string]string{"it": "i", "em": "i", "itshape": "i", "sl": "i", "bf": "b", "bfseries": "b"}

// ligatures are several characters that are one sign, the longest first.
var ligatures = []struct{ tex, text string }{
	{"---", "—"}, {"--", "–"}, {"``", "“"}, {"''", "”"}, {"?`", "¿"}, {"!`", "¡"}, {"~", " "},
}

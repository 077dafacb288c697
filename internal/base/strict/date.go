package strict

import (
	"errors"
	"time"
)

// A Date is a day, written 2026-03-12, and its offset in its file. The zero Date is
// no day.
type Date struct {
	time.Time
	Offset int // in bytes
}

// UnmarshalText reads a day that exists.
func (d *Date) UnmarshalText(text []byte) error {
	t, err := time.Parse(time.DateOnly, string(text))
	var malformed *time.ParseError
	switch {
	case err == nil:
		d.Time = t
		return nil
	case errors.As(err, &malformed) && malformed.Message != "":
		return errors.New("there is no such day") // time.Parse reports ": day out of range"
	}
	return errors.New("a date is written year-month-day, such as 2026-03-12")
}

// String returns the day as it is written, or "" for no day.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Format(time.DateOnly)
}

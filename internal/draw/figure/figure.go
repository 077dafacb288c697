// Package figure draws exercises: poses in, SVG out.
//
// A pose is the angles of a body's joints, as a physiotherapist measures them, or the
// placements of hands and feet, from which angles are computed. A figure is panels, each of
// which shows one pose and starts from the pose before it:
//
//	view: side
//	panels:
//	  - {}                      # the exercise's position, such as four-point
//	  - step: 3
//	    pose: {left-shoulder: 170, left-elbow: 0, right-hip: 0, right-knee: 0}
//	    arrows: [left-hand, right-foot]
//
// The body is a kinematic chain of rigid segments in space (skeleton.go), turned by
// angles (joint.go), rested on the floor (contact.go), with hands and feet placed by
// two-bone inverse kinematics (reach.go). It is drawn as round pieces, tapered
// capsules whose outlines are joined (person.go, head.go), as one of several people
// (look.go), with props (prop.go), with arrows along the trajectory of a part of the
// body from the pose before (arrow.go), and with the exercise's muscles tinted (muscle.go).
//
// The same figure gives the same bytes. A drawing has no ids and no style of its own, only
// classes, which a style sheet colours, and no words but the labels that a diagram is given
// (diagram.go). What is impossible is a problem at its offset in the file: an angle that the
// joint does not have, a hand that does not reach, a limb below the floor.
package figure

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
)

// A Figure is the value of the key figure in content/shared/exercises/KEY.yaml.
type Figure struct {
	View   View    `yaml:"view,optional" doc:"from where the reader looks"`
	Props  []Prop  `yaml:"props,optional" doc:"things around the body"`
	Panels []Panel `yaml:"panels" doc:"the poses, in order; each starts from the one before"`
}

// A Panel is one pose.
type Panel struct {
	Step   strict.Number `yaml:"step,optional" doc:"the step that it shows; none for the starting position"`
	Pose   Angles        `yaml:"pose,optional" doc:"angles in degrees: hip, right-hip, left-hip and so on"`
	Places Placements    `yaml:"places,optional" doc:"where hands and feet are put"`
	Rests  []strict.Text `yaml:"rests,optional" doc:"the parts of the body that carry it"`
	Tint   []strict.Text `yaml:"tint,optional" doc:"muscles of the exercise that are tinted"`
	Belly  strict.Number `yaml:"belly,optional" doc:"how far it is out, in centimetres"`
	Arrows []strict.Text `yaml:"arrows,optional" doc:"the parts whose movement from the pose before is shown"`
}

// A Placement is where a hand or foot is put.
type Placement struct {
	On   strict.Text   `yaml:"on" doc:"floor, or for a hand air, or a part of the body"`
	X    strict.Number `yaml:"x,optional" doc:"centimetres to the right of shoulder or hip; on the body, to its front"`
	Y    strict.Number `yaml:"y,optional" doc:"centimetres up; on the body, towards the head"`
	Z    strict.Number `yaml:"z,optional" doc:"centimetres to the side"`
	Bend strict.Number `yaml:"bend,optional" doc:"degrees by which the elbow or knee points outwards"`
}

// Angles are degrees by the names of joints.
type Angles map[string]strict.Number

// Placements are by hand, right-hand, left-hand, foot, right-foot, left-foot.
type Placements map[string]Placement

// A View is the name of a camera.
type View string

// JSONSchema returns the names and ranges of Angles.
func (Angles) JSONSchema() strict.Schema {
	properties := map[string]any{}
	for _, name := range angleNames() {
		j, _, _ := jointNamed(name)
		properties[name] = strict.Schema{
			"type":    "number",
			"minimum": motions[j].min,
			"maximum": motions[j].max,
		}
	}
	return strict.Schema{"type": "object", "additionalProperties": false, "properties": properties}
}

// A Drawing is a figure's panels, all of one size; a diagram is one panel.
type Drawing struct {
	Look   string // the class of the person who is shown
	Width  int    // of a panel, in units
	Height int
	Panels []string        // each the inside of an svg element
	Steps  []strict.Number // that they show; 0 is the starting position
}

// Draw draws a figure in a file, of the exercise key with its position and muscles.
// It is nil if there is an error among the problems.
func Draw(file, key string, position strict.Text, muscles []strict.Text, f *Figure) (*Drawing, diag.List) {
	scenes, probs := f.stage(file, position)
	probs = append(probs, f.checkTints(file, muscles)...)
	probs = append(probs, f.checkProps(file)...)
	if probs.Errors() > 0 {
		return nil, probs
	}
	return f.draw(lookFor(key), scenes), probs
}

package graph

import "slices"

// Node labels.
const (
	LabelState        = "State"
	LabelPerson       = "Person"
	LabelLeader       = "Leader"
	LabelOrganization = "Organization"
	LabelPlace        = "Place"
	LabelAgreement    = "Agreement"
	LabelEvent        = "Event"
	LabelTopic        = "Topic"
	LabelArticle      = "Article"
	LabelEvidence     = "Evidence"
)

// Types of relations that the derivation itself treats apart.
const (
	HoldsOffice = "HOLDS_OFFICE"
	Mentions    = "MENTIONS"
	Reports     = "REPORTS"
	SameText    = "SAME_TEXT"
)

// Kind is a kind of node.
type Kind struct {
	Label   string
	Prefix  string // of ids; empty where ids are codes or come from outside
	Derived bool   // articles can describe one that the world does not know
	Meaning string
}

// kinds is the table of node kinds. Leader is a second label of a Person.
var kinds = []Kind{
	{LabelState, "", false, "a state or a territory that acts as one; the id is an ISO 3166 alpha-3 code"},
	{LabelPerson, "person", true, "a human being with a name"},
	{LabelLeader, "person", false, "a Person with an office"},
	{LabelOrganization, "org", true, "an international organization, ministry, party, company, armed group, medium ..."},
	{LabelPlace, "place", true, "a city, region, sea or site"},
	{LabelAgreement, "agreement", true, "a treaty, memorandum, joint statement, ceasefire, resolution, plan ..."},
	{LabelEvent, "event", true, "a meeting, visit, summit, session, signing, exercise, attack, election ..."},
	{LabelTopic, "topic", false, "one of a closed list of topics"},
	{LabelArticle, "", false, "a source text"},
	{LabelEvidence, "", false, "what one sentence of an article claims"},
}

// Relation is a type of relationship.
type Relation struct {
	Name      string
	Symmetric bool     // stored once, lower id first
	Subjects  []string // labels that may stand first
	Objects   []string // labels that may stand second
	Plover    string   // class of the act in the PLOVER ontology; empty for structure
	Meaning   string
}

// Sets of labels that the table of relations uses.
var (
	actors   = []string{LabelPerson, LabelState, LabelOrganization}
	bodies   = []string{LabelState, LabelOrganization}
	actorsOn = []string{LabelPerson, LabelState, LabelOrganization, LabelAgreement, LabelEvent}
	articles = []string{LabelArticle}
	deeds    = []string{LabelAgreement, LabelEvent}

	namesakes = []string{LabelOrganization, LabelPerson, LabelPlace} // what is known by its name
	named     = []string{LabelState, LabelPerson, LabelOrganization, LabelPlace, LabelAgreement, LabelEvent, LabelTopic}
)

// relations is the table of relation types. Its order is the order in which stores write types.
var relations = []Relation{
	{"HOLDS_OFFICE", false, []string{LabelPerson}, bodies, "", "holds or held a public or organizational post"},
	{"MEMBER_OF", false, actors, []string{LabelOrganization}, "", "is or was a member"},
	{"MET", true, actors, actors, "CONSULT", "met, held talks, received, spoke by phone"},
	{"VISITED", false, actors, []string{LabelState, LabelPlace}, "CONSULT", "travelled to"},
	{"COOPERATES_WITH", true, bodies, bodies, "COOPERATE", "agreed on, affirmed or practises cooperation"},
	{"SUPPORTS", false, actors, actorsOn, "SUPPORT", "praised, recognised, backed, congratulated"},
	{"AIDS", false, actors, actors, "AID", "gave money, goods, weapons or help"},
	{"DEMANDS", false, actors, actors, "REQUEST", "called on the object to do something"},
	{"CRITICIZES", false, actors, actorsOn, "ACCUSE", "accused, condemned, blamed"},
	{"REJECTS", false, actors, actorsOn, "REJECT", "refused, vetoed, denied a proposal or demand"},
	{"THREATENS", false, actors, actors, "THREATEN", "threatened, warned of consequences"},
	{"SANCTIONS", false, actors, actors, "SANCTION", "imposed sanctions, expelled diplomats, cut ties, left an agreement"},
	{"COERCES", false, actors, actors, "COERCE", "arrested, seized, blockaded, occupied, repressed"},
	{"ATTACKS", false, actors, actors, "ASSAULT", "used armed force"},
	{"PROTESTS", false, actors, actors, "PROTEST", "demonstrated or struck against"},
	{"CONCEDES", false, actors, actors, "CONCEDE", "yielded, released, withdrew, lifted sanctions, apologised"},
	{"SIGNED", false, actors, []string{LabelAgreement}, "AGREE", "signed, concluded, jointly issued, ratified, adopted"},
	{"PARTICIPATED_IN", false, actors, []string{LabelEvent}, "", "took part, chaired, hosted, attended"},
	{"HELD_IN", false, []string{LabelEvent}, []string{LabelPlace, LabelState}, "", "took place in"},
	{"ABOUT", false, deeds, []string{LabelTopic}, "", "has the topic"},
	{"RESULTED_IN", false, []string{LabelEvent}, []string{LabelAgreement}, "", "brought about"},
	{"LOCATED_IN", false, []string{LabelPlace}, []string{LabelState}, "", "lies in"},
	{"PART_OF", false, []string{LabelOrganization}, bodies, "", "belongs to"},
	{"MENTIONS", false, articles, named, "", "names; with count and surfaces"},
	{"REPORTS", false, articles, deeds, "", "claims that the agreement or event exists"},
	{"EVIDENCE", false, articles, []string{LabelEvidence}, "", "claims"},
	{"SAME_TEXT", false, articles, articles, "", "is the smallest id of a group of articles with one text"},
}

// Kinds returns the table of node kinds.
func Kinds() []Kind { return slices.Clone(kinds) }

// Relations returns the table of relation types: the acts and structure that articles can claim, then the
// types that start at an article.
func Relations() []Relation { return slices.Clone(relations) }

// RelationOf returns the relation type of a name.
func RelationOf(name string) (r Relation, ok bool) {
	i := slices.IndexFunc(relations, func(r Relation) bool { return r.Name == name })
	if i < 0 {
		return Relation{}, false
	}
	return relations[i], true
}

// Claimable reports whether articles can claim the relation; the others follow from the articles themselves.
func (r Relation) Claimable() bool { return r.Subjects[0] != LabelArticle }

// KindOf returns the node kind of a label.
func KindOf(label string) (k Kind, ok bool) {
	i := slices.IndexFunc(kinds, func(k Kind) bool { return k.Label == label })
	if i < 0 {
		return Kind{}, false
	}
	return kinds[i], true
}

// RelationshipTypes returns every type of relationship between entities as users see it, in the order in which stores
// write them: those of asserted facts, then PLANNED, ALLEGED and DENIED, which carry the type as property act.
func RelationshipTypes() []string {
	var names []string
	for _, r := range relations {
		if r.Claimable() {
			names = append(names, r.Name)
		}
	}
	return append(names, "PLANNED", "ALLEGED", "DENIED")
}

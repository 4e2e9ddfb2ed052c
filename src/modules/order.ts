/**
 * The storeys of the house, ground first: table of contents, import rule, mount order, seed order and menu order in one.
 * A module may use only those named before it; a room of a module ("desk/appointments") stands above what it needs.
 */
export const order = [
  "places", // towns: name, hosts, languages, look, legal notice
  "people", // people (with or without an account), grants of roles, consent, access log
  "people/attempts",
  "people/consents",
  "people/imports", // people from tables, with the word that they agreed
  "people/demo",
  "people/files",
  "people/grants",
  "people/choices", // how often, and by which way, somebody wants to hear from us
  "people/notices", // what waits to be told: many things in one letter a day
  "people/looks",
  "people/profile",
  "people/sessions",
  "people/accounts",
  "people/passkeys",
  "people/passwords",
  "people/second-factors",
  "people/access",
  "people/security",
  "people/sign-in",
  "people/welcome",
  "organizations", // organizations of three sectors, services, contact points; import, claim, merge
  "organizations/contacts",
  "organizations/doubles",
  "organizations/map",
  "organizations/office",
  "organizations/profile",
  "organizations/editing",
  "organizations/representatives",
  "organizations/claims",
  "organizations/search",
  "organizations/directory",
  "organizations/sites",
  "organizations/services",
  "organizations/parts",
  "organizations/drafts",
  "organizations/exports",
  "organizations/hsds",
  "organizations/imports",
  "organizations/needs",
  "organizations/gaps", // what people need and nobody offers
  "organizations/profiles",
  "threads", // the golden thread: what led to what
  "threads/tying", // the office ties and unties
  "threads/following", // the whole way of one thing, from the first question to the last result
  "reports", // reports from data and words, edited, sealed; as page, paper and data
  "reports/printing", // a sealed report as paper, set beside the house
  "reports/shelf", // the sealed reports, for everybody
  "reports/editing", // the office writes, orders and seals
  "reports/register", // every report, for the office
  "content", // the town's pages, news, calendar
  "content/calendar",
  "content/kept", // public dates of other parts of the house
  "content/merging", // the same event in three calendars is one date
  "content/sources", // calendars of organizations that keep their own, read along
  "content/announcing",
  "content/help",
  "content/news",
  "content/pages",
  "content/easy",
  "content/legal",
  "content/reporting",
  "content/writing",
  "desk", // the contact point: inquiries, appointments, worklist, substitution
  "desk/letters",
  "desk/slots",
  "desk/appointments",
  "desk/substitutions",
  "desk/tasks",
  "desk/visits",
  "threads/breaks", // where the thread is broken: nobody asked for it, nothing came of it
  "surveys", // somebody asks many the same: questionnaires, answers, published results
  "surveys/questionnaires", // the questions, version by version
  "surveys/conditions", // when a question is shown, in lines and in words
  "surveys/lines", // lists in several languages, one a line
  "surveys/editing", // the questions page by page: moved, doubled, removed
  "surveys/one-question", // the form of one question
  "surveys/one-page", // titles, languages, and the last look before a question goes
  "surveys/blocks", // questions to begin with
  "surveys/conversions", // questionnaires of other programs in, and out again
  "surveys/codes", // the keys of those who were invited
  "surveys/responses", // what was answered, saved as one goes, sent once
  "surveys/directory", // the names a questionnaire can ask for: organizations, municipalities
  "surveys/answering", // the pages on which people answer
  "surveys/entrance", // the page with which a survey begins
  "surveys/at-once", // everything on one page, where only sums are kept
  "surveys/promises", // what "anonymous" means for this survey; pausing and going on
  "surveys/contacts", // who left an address, apart from every answer
  "surveys/mixing", // no order of rows tells who answered what
  "surveys/letters", // the words of invitations and reminders
  "surveys/asking", // the forms with which somebody comes onto the list
  "surveys/invitations", // who is asked, and reminded twice at most
  "surveys/progress", // who has not answered yet, by sector and field; quotas
  "surveys/paper", // the same questionnaire to print
  "surveys/entry", // paper typed back in
  "surveys/piles", // piles of sheets: control totals, second typing, the end of a pile
  "surveys/counts", // what was answered, counted
  "surveys/exports", // answers as tables, for other programs
  "surveys/texts", // free text is read before it is published
  "surveys/releases", // results as of a day, protected, for ever
  "surveys/documents", // a release as a report: on the screen, on paper, as data
  "surveys/protection", // the computation beside the house, and what an attacker could infer
  "surveys/publishing", // the office puts a release together
  "surveys/release-drafts", // one release before it is published: protected, previewed, attacked
  "surveys/results", // the released results, for everybody
  "surveys/trial", // the preview, and the test run
  "surveys/register", // the surveys one may write
  "surveys/settings", // how a survey is run, its beginning and its end
  "surveys/overview", // one survey as a way of five steps
  "surveys/listing", // the surveys of the town, for everybody
  "surveys/earlier", // the example: a survey with two releases
  "surveys/clubs", // the example: the survey of the clubs
  "surveys/citizens", // the example: the survey of the citizens
  "courses", // what one may be qualified for, who is, and until when
  "courses/qualifications",
  "courses/holders", // who tells that they are qualified, and who has seen the paper
  "opportunities", // where people are needed: offers, search, wishes, suggestions
  "opportunities/publications",
  "opportunities/confirmations",
  "opportunities/imports",
  "opportunities/overview",
  "opportunities/search",
  "opportunities/sections",
  "opportunities/drafts",
  "opportunities/wishes",
  "opportunities/openings", // what is open now, as the score sees it; kept in memory and brought up to date
  "opportunities/weights", // how much each answer counts in this town, open to everybody
  "opportunities/suggestions",
  "opportunities/reasons", // why an offer was suggested to somebody, or why not
  "opportunities/asking", // the letters of an invitation, and what is passed on after a yes
  "opportunities/invitations", // people who fit are asked, within the budget they set
  "opportunities/answers", // the page behind the link of an invitation
  "desk/questions",
  "desk/inquiries",
  "desk/inbox",
  "desk/mine",
  "opportunities/catalog",
  "opportunities/searches", // saved searches that tell what is new
  "opportunities/map",
  "opportunities/listing",
  "opportunities/questions",
  "opportunities/posters", // one offer for the shop window, and its number
  "opportunities/sheets", // several offers for the notice board, in large type
  "shifts/counts", // what an offer says of its shifts: when, and how many places
  "shifts", // who comes when, in which role: plans, series, sign-ups, the day itself
  "shifts/series", // shifts that come again by a rule
  "shifts/exceptions", // single days of a series that fall out or move
  "shifts/places", // a place is held, moved on and freed under the lock of its need
  "shifts/rules", // who is confirmed, asked about or refused without anybody deciding
  "shifts/admission", // whether somebody may take a place: age, qualification, rules of the plan
  "shifts/signups", // who comes to which shift
  "shifts/letters", // the mails that cannot wait: a place is free
  "shifts/waiting", // who waits for a place, and the offers when one is free
  "shifts/commitments", // "every second Tuesday"
  "shifts/recurring", // the form of a series, and what its pages share
  "shifts/series-list", // the series of a plan, and a new one
  "shifts/one-series", // one series: its dates, who comes every time, what changes
  "shifts/handover-letters", // what giver, taker and planner hear of it
  "shifts/handovers", // given away or swapped among helpers
  "shifts/calls", // a call for help on a thin shift
  "shifts/call-answers", // what those who are asked say to it
  "shifts/pool", // who could come, how gladly, within which limits
  "shifts/merging", // two files of one person become one: what they have twice ends
  "shifts/attendance", // who was there, and the minutes that count
  "shifts/marks", // each tick on the day, also from a phone without a network
  "shifts/replies", // what people hear about their own sign-ups, and the date for their calendar
  "shifts/reminders", // what helpers are reminded of
  "shifts/member", // one of the pool
  "shifts/newcomers", // helpers from tables
  "shifts/imports", // shifts and helpers from tables
  "shifts/settings", // how people come to the shifts of an offer, and what there is to do
  "shifts/editing", // the forms with which a plan is written
  "shifts/placing", // one sign-up in the hand of a planner: approved, moved, kept, taken off
  "shifts/staffing", // one shift and everybody who comes
  "shifts/thin", // where people are missing, on the worklist of the office
  "shifts/board", // the table of a plan: shifts by role, and who comes
  "shifts/overview", // the page of a plan, from where one reaches all of it
  "shifts/week", // the week of the town, and the plans one may write
  "shifts/problems", // a plan as the solver reads it: helpers, wishes, limits, what is settled
  "shifts/computing", // a plan is computed beside the house, watched and stopped
  "shifts/adoptions", // a computed plan beside today's: what changes, and what of it is taken over
  "shifts/comparisons", // a computed plan beside today's on the screen: changes, shifts, what stays empty and why
  "shifts/proposals", // "Vorschlag rechnen"
  "shifts/roll", // the list on which is ticked off who comes, line by line
  "shifts/on-site", // the page of the day itself, with and without a network
  "shifts/check-in", // the codes: at the entrance, and of each helper
  "shifts/sheets", // the tables of those lists
  "shifts/lists", // the same on paper
  "shifts/choosing", // the public page where people sign up
  "shifts/choice", // what somebody chose, looked over before it is sent, and what came of it
  "shifts/wishing", // how gladly somebody would come to which shift
  "shifts/mine", // what a helper sees of it
  "shifts/my-signup", // one sign-up: how it stands and why, to cancel it or to answer
  "opportunities/next-shifts", // the next shifts of an offer
  "shifts/festival", // the example: a festival, half planned
  "shifts/weekly", // the example: a series with weeks behind it
  "opportunities/offer", // one offer with everything about it, its shifts too
  "placements", // consultations and shortlist; where a referral can go
  "placements/follow-ups", // both sides are asked after 2, 6 and 12 weeks
  "placements/referrals", // one person and one place, from proposal to placement
  "placements/requests", // the question to the organization, and its reminders
  "placements/releases", // what a person releases to whom
  "placements/answers", // what the organization says to it
  "placements/arrangements", // trial, placement, and their end
  "placements/consultations", // the sheet of a conversation, on the screen and on paper
  "placements/steps", // the forms with which the office moves a referral on
  "placements/history", // what happened, and what is ahead, line by line
  "placements/register", // the list of all referrals, one of them, and its follow-ups
  "placements/proposals", // proposing one offer to one person, with the release in the same breath
  "placements/shortlist", // what fits a person, with reasons, and what is kept to talk about
  "placements/overview", // the referrals of a person, each with what comes next
  "placements/profile", // the person beside their file: contact, wishes, consents, who has seen it
  "placements/files", // the file of a person: everything of the above on one page
  "placements/mine", // what a person and an organization see of it
  "network", // who works together with whom, and how that grew; organizations only, never citizens
  "network/letters", // who speaks for an organization hears of it, in one letter a day
  "network/cooperations", // proposed by one, confirmed by the others, until it ends
  "network/correcting", // what was agreed is corrected, and asked anew
  "network/membership", // an organization came later or left earlier than the cooperation itself
  "network/merging", // two organizations become one: what they stood in together collapses
  "network/evidence", // what shows that a cooperation is real
  "network/actors", // who is core, who supports, who is informed
  "network/cooperation", // one cooperation with everything about it
  "network/forms", // the fields of a cooperation, and what a page says after it was changed
  "network/tie", // one cooperation in the hand of its members and the office: answered, corrected, shown to be real, ended
  "network/ties", // what an organization does with others, what waits for its answer, and the form to propose
  "network/register", // the cooperations in the hand of the office
  "network/groups", // working groups and their members
  "network/group-dates", // when a working group meets, as page and calendar
  "network/group", // one working group with everything about it, for everybody
  "network/group-office", // working groups in the hand of the office
  "network/growth", // the measures of the network, month by month, and where everybody stands in the picture
  "network/exports", // the network in the formats of other programs
  "network/years", // one year of the network, maybe another beside it, as far as somebody asked for
  "network/year-tables", // the same as tables: actors, sectors, years
  "network/year-words", // one sentence for each measure
  "network/choosing", // what of the network somebody looks at: its address, and the form
  "network/drawing", // one year as a picture
  "network/picture", // the network through time, for everybody
  "network/decade", // the example: what years of cooperation changed
  "network/working", // the example: four working groups
  "workshops", // people work something out on a day: from the card to the step with an owner
  "workshops/planning", // the office prepares: phases, tables, the day
  "workshops/settings", // what and when, and where a workshop goes
  "workshops/seating", // the tables of the hall
  "workshops/letters", // what registered people hear
  "workshops/registrations", // who comes, who waits
  "workshops/forgetting", // after the day: names go, counts stay
  "workshops/badges", // the list for the door, and what people wear
  "workshops/invitation", // the public page of a workshop, with its form
  "workshops/guests", // phones in the hall, without a name
  "workshops/cards", // thoughts from phones and from paper
  "workshops/hosting", // paper typed in at the table or afterwards, with a photo
  "workshops/clusters", // cards that belong together
  "workshops/dots", // what weighs how much
  "workshops/hall", // the page of a phone in the hall, with and without a network
  "workshops/pinboard", // sorting cards by hand, by keyboard and by dragging
  "workshops/screen", // the big screen, as it happens
  "workshops/corrections", // "that is not what we meant"
  "workshops/steps", // who does what until when
  "workshops/themes", // one cluster, for everybody and for the office
  "workshops/photos", // pictures of the day
  "workshops/findings", // the results report, composed from the day
  "workshops/register", // the workshops, for the office
  "workshops/first", // the example: the first workshop of the town
  "participation", // what the town decides together with its people: processes, proposals, opinions, ballots, funds
  "participation/letters", // what everybody involved is told, in one letter a day
  "participation/phases", // the dated phases of a process, which change by themselves
  "participation/steps", // the path of a proposal: what happened to it
  "participation/drafting", // the office writes a process, from a template
  "participation/timetable", // the dates of the phases, and what it takes to move them
  "participation/proposals", // what somebody proposes
  "participation/supports", // who stands behind a proposal
  "participation/reasons", // for and against, one thought each
  "participation/likeness", // proposals that say nearly the same, shown while writing
  "participation/moderation", // what is hidden, why, and what the author says to it; the public log
  "participation/moderation-log", // the public log, the author's objection, and "this does not belong here"
  "participation/moderation-office", // hiding and showing in the hand of the office
  "participation/answering", // the answer clock: what the administration owes, and until when
  "participation/questions", // questions to the administration; what it still owes, everywhere in the town
  "participation/answer-office", // the administration answers
  "participation/joinings", // several proposals become one, or one several, when all authors agree
  "participation/mergers", // what all authors agreed to is carried out
  "participation/consents", // the authors are asked, and the log of what came of it
  "participation/joining-office", // joinings in the hand of the office, with what was said by telephone
  "participation/writing", // the form of a proposal
  "participation/improving", // its authors change a proposal, show pictures with it, or take it back
  "participation/paper", // proposals and supports from paper, typed in by the office
  "participation/outcomes", // what became of it: the page of a proposal's path, and who is told
  "participation/opinions", // rounds of opinions, their statements and votes, without names
  "participation/statements", // statements written, taken from surveys and workshops, read, translated
  "participation/mapping", // the map is computed beside the house
  "participation/voicing", // the page on which one says agree, disagree or pass
  "participation/opinion-map", // the map for everybody: in words, as a picture, as data
  "participation/opinion-office", // a round of opinions in the hand of the office
  "participation/opinion-paper", // sheets of paper with opinions, typed in one after the other
  "participation/ballots", // a ballot, its rule and its options, frozen when it is announced
  "participation/roll", // who may vote
  "participation/box", // the sheets, each with a receipt and nobody's name
  "participation/ballot-words", // how a ballot is filled in and counted, in plain words
  "participation/ballot-course", // a ballot opens, closes, is canceled, and its voters are told
  "participation/ballot-letters", // codes on letters, by mail and on paper
  "participation/blanks", // ballot papers to print, each with its receipt
  "participation/polling", // what is voted on, by which rule, by whom and until when
  "participation/sheet", // the fields of a ballot sheet, by its kind
  "participation/ballot-listing", // the ballots of the town, for everybody
  "participation/voting", // the door, the sheet, the look before it counts, the receipt
  "participation/receipts", // what was published under a receipt
  "participation/secrecy", // what secret means, and what it does not
  "participation/counter", // somebody votes at the counter, or their letter comes in
  "participation/piles", // paper typed in twice by two counters
  "participation/pile-sheets", // one sheet as it is typed
  "participation/pile-counts", // one pile between its two counts
  "participation/reconciliation", // the roll beside the box: do they agree?
  "participation/counting", // the box is counted, sealed and published
  "participation/ballot-drafting", // a ballot is written, its options, the draw of the list numbers
  "participation/ballot-options", // what one can choose, and the draw of the list numbers
  "participation/roll-office", // the roll in the hand of the office
  "participation/ballot-office", // a ballot in the hand of the office, from draft to result
  "participation/ballot-exports", // every sheet in the formats of other programs
  "participation/ballot-tables", // a result in sentences and figures, by the kind of its rule
  "participation/ballot-figures", // the exact figures of a result, whatever its rule
  "participation/ballot-results", // the result for everybody, in sentences
  "participation/recount", // counted again on the reader's own device
  "participation/funds", // the citizens' fund: pot, rule, and what may be funded
  "participation/checks", // whether a proposal may be funded and what it costs, with reasons
  "participation/fund-ballots", // from checked proposals to a ballot, from its result to funded projects
  "participation/fund-reasons", // each project of a fund: who paid what, and why not
  "participation/fund-results", // the result of a fund: one vote from near, the rule, the comparison
  "participation/projects", // each funded project until it is done, with pictures and money spent
  "participation/project-office", // the same in the hand of the office
  "participation/fund-office", // a fund in the hand of the office
  "participation/proposal", // one proposal with everything about it
  "participation/proposal-listing", // the proposals of a process, as a list and on a map
  "participation/process", // one process with everything in it
  "participation/listing", // the processes of the town, for everybody
  "participation/register", // the processes, for the office
  "participation/mine", // what concerns the signed-in person
  "participation/square", // the example: a square is redesigned
  "participation/round-vote", // the example: the weeks of the vote on the fund
  "participation/round", // the example: a round of the citizens' fund, from call to funded projects
  "consortium", // the body that steers: seats of organizations of three sectors
  "consortium/seats", // who sits where and stands in, from when to when
  "consortium/offices", // patron, chair and deputies, with their terms
  "consortium/terms", // terms as they are shown and ended
  "consortium/seat-office", // seats in the hand of the office
  "consortium/chairs", // patron, chair and what is said of the consortium, in the hand of the office
  "consortium/procedure", // the rules of procedure, version by version
  "consortium/procedure-rules", // the rules for everybody, in sentences, and how they changed
  "consortium/procedure-office", // a version of the rules as a form, until it is adopted
  "consortium/dry-run", // would this pass, and why?
  "consortium/dry-run-counts", // the same by counts of each sector, without names
  "consortium/topics", // guiding questions, problem statements, objectives, with their history
  "consortium/topic", // one of them with everything about it, for everybody
  "consortium/topic-office", // they are taken up, moved and changed by the office and the chair
  "consortium/meetings", // meetings and series of meetings
  "consortium/series", // a meeting of a series and all that follow it are changed or canceled together
  "consortium/agenda", // what a meeting talks about, with times and papers
  "consortium/invitations", // who is asked to come, in time, and what they say
  "consortium/calendar", // meetings in the calendar of the town
  "consortium/presence", // who is there, comes late, leaves, stands in; and who has an interest of their own
  "consortium/presence-own", // somebody with a seat says by their own phone that they are there
  "consortium/motions", // what is put to the vote
  "consortium/resolutions", // what was decided, with its number and why it passed
  "consortium/resolution-list", // all of them, by words and years
  "consortium/votes", // a vote on a motion, by its method
  "consortium/objections", // who cannot live with a motion, and what would change that
  "consortium/counting", // what comes of a vote, and its panel for whoever runs the meeting
  "consortium/motion-office", // a motion in the hand of whoever runs the meeting
  "consortium/voting", // the page of a seat in a meeting
  "consortium/wall", // the screen on which everybody in the room sees the vote and its result
  "consortium/circulars", // decided by letter, between two meetings
  "consortium/tasks", // who does what until when, until it is done
  "consortium/attendance", // one press for each seat that is there; whether that is enough to decide
  "consortium/running-item", // what is being talked about: motions, votes, minutes, tasks
  "consortium/running", // one person runs the meeting with a laptop: agenda, presence, votes, minutes on one page
  "consortium/minutes-parts", // one task, motion, resolution as minutes say it
  "consortium/minutes", // written along the agenda, until they approve themselves
  "consortium/minutes-objections", // what those who were there want changed
  "consortium/minutes-text", // minutes as they are read, in full or cut down
  "consortium/minutes-own", // somebody with a seat reads them and objects
  "consortium/minutes-office", // they are written, sent, and objections answered
  "consortium/extracts", // the minutes for the public, the press, those who were there; on paper
  "consortium/papers", // minutes, what the press gets and the invitation on paper
  "consortium/council-data", // meetings, papers and people as other programs of councils read them
  "consortium/task-list", // who does what until when, for everybody and for the office
  "consortium/meeting", // one meeting with everything about it, for everybody
  "consortium/meeting-planning", // meetings and series are planned, moved, canceled
  "consortium/agenda-office", // what a meeting will talk about, in the hand of whoever plans it
  "consortium/agenda-item", // one item of it, and its papers
  "consortium/invitation-office", // inviting, and who said what to it
  "consortium/meeting-office", // planning a meeting in the hand of the office
  "consortium/front", // the consortium, for everybody
  "consortium/register", // the consortium, for the office and the chair
  "consortium/mine", // what concerns somebody who has a seat
  "consortium/years", // the example: twelve meetings
  "strategy", // what the town wants with engagement, negotiated, decided, carried out
  "strategy/letters", // what an organization is told
  "strategy/fields", // fields of action and the objectives in them
  "strategy/measures", // what is done for an objective, by whom until when, and how it goes
  "strategy/indicators", // from where, to where, until when, and where it stands
  "strategy/commitments", // what partners give: hours, people, rooms, things, money
  "strategy/renewals", // what partners give goes on, or ends
  "strategy/measure", // one measure with everything about it
  "strategy/indicator", // one indicator with everything that was measured
  "strategy/progress", // how far everything is, what is late, for everybody
  "strategy/field-office", // fields and the objectives in them, in the hand of the office
  "strategy/measure-office", // measures, indicators and commitments in the hand of the office
  "strategy/measure-course", // how one measure goes, its steps, in the hand of the office
  "strategy/indicator-office", // indicators and their values, in the hand of the office
  "strategy/promise-form", // the fields of a promise, and what can be done with one
  "strategy/promises", // what partners offer, give, renew and end: for themselves and for the office
  "strategy/texts", // the paragraphs, version by version
  "strategy/amendments", // somebody wants a paragraph to read otherwise
  "strategy/amending", // the form in which a paragraph is written as it should read
  "strategy/packages", // amendments taken together, and who can live with what
  "strategy/refinements", // somebody wants an amendment to read otherwise; one level
  "strategy/echoes", // whoever proposed something that led to a measure hears what became of it
  "strategy/amendment-office", // amendments are read, weighed and decided, in the hand of the office and the chair
  "strategy/package", // packages and what the sectors can live with, for everybody
  "strategy/amendment", // one amendment, and what the seats say to it, for everybody
  "strategy/stance", // a seat says whether it can live with a package or an amendment
  "strategy/package-office", // packages are tied and ended, in the hand of the office and the chair
  "strategy/merging", // what was accepted becomes the next version
  "strategy/adoption", // adopted on a day by a resolution
  "strategy/drafting", // a long text is pasted at once, paragraphs change their places
  "strategy/text-forms", // the fields of a version and of its paragraphs
  "strategy/text-office", // the text in the hand of the office and the chair: written, opened, brought together, adopted
  "strategy/document", // the text for everybody, as page, on paper, in easy words
  "strategy/paragraph", // one paragraph through all versions, and why it stands there
  "strategy/front", // the strategy, for everybody
  "strategy/register", // the strategy, for the office
  "strategy/plan", // the example: fields, objectives, measures and what partners give
  "strategy/negotiation", // the example: a second version, negotiated
] as const;

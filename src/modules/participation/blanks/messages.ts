import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of ballot papers and of the page that prints them. */
export const say = messages(
  {
    heading: "Ballot papers",
    lead: "Each paper carries a number of its own, and nobody's name. The numbers are kept, so that only papers of ours count.",
    printed: {
      one: "{n} paper has been printed so far.",
      other: "{n} papers have been printed so far.",
    },
    noneYet: "No paper has been printed yet.",
    countLabel: "How many papers?",
    countHint: "At most {n} at once. Every print has new numbers; what you print twice stays unused.",
    print: "Make papers as PDF",
    next: "The file is not kept with us. Please mix the papers before you put them into envelopes, so that no order tells who got which.",
    trial: "Look at a sample",
    trialText: "The sample has no number that counts.",
    noPaper: "This ballot takes no paper.",
    draft: "Papers can be printed once the ballot is announced: until then its options may change.",
    over: "The ballot is over. No more papers are needed.",
    busy: "The papers could not be set just now. Please try again in a minute.",
    notMade: "No papers",
    back: "Back to the papers",
    toolHeading: "How paper comes back",
    tool1:
      "The paper goes into an inner envelope without a name, the voting slip with the number of the roll beside it.",
    tool2:
      "When a letter comes in, note it at the counter, take out the inner envelope and put it unopened into the box.",
    tool3: "After the close two people type the papers in, pile by pile, without seeing each other's count.",
    toCounter: "To the counter",
    toPiles: "To the piles",
    number: "Number of this paper",
    sample: "SAMPLE",
    yes: "Yes",
    no: "No",
    abstain: "Abstention",
    howPen: "Please use a dark pen. Write no name and nothing else on it, or it does not count.",
    howYesNo: "Please make one cross.",
    howApproval: "Please tick everything you agree with.",
    howApprovalMost: {
      one: "Please tick one at most.",
      other: "Please tick {n} at most. With more, the paper does not count.",
    },
    howPoints: {
      one: "You have one point. Write it into the box of your choice.",
      other: "You have {n} points. Write into the boxes how many you give; an empty box is none.",
    },
    howPointsEach: "No more than {n} to one.",
    howRanking:
      "Write 1 beside what you like best, 2 beside the next, and so on. What stays empty comes last.",
    howResistance:
      "Make one cross in each line: how much speaks against it for you? A line without a cross does not count for this option.",
    low: "I have nothing against it",
    high: "not acceptable at all",
    mistake: "Made a mistake? You get a new paper from us if you bring this one back.",
    byLetter:
      "By letter: fold the paper, put it alone into the inner envelope, and sign the voting slip beside it.",
    where: "To: {office}, {street}, {town}.",
    until: "It must be there by {date}.",
    cut: "please tear off here and keep",
    stub: "Your part",
    stubText:
      "Keep this part. When the result is out, you find the paper with this number in the list of all papers and can see that it was counted as you filled it in.",
    stubAddress: "The list stands at {address}",
    stubSecret: "Who shows this number to others shows them how they voted.",
    page: "Page {n} of {all}",
  },
  { de },
);

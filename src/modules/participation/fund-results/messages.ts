import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    title: "Result of the fund",
    heading: { one: "{n} of {all} projects is funded", other: "{n} of {all} projects are funded" },
    leadPeople: { one: "{n} person voted.", other: "{n} people voted." },
    leadPot: "{pot} were in the pot.",
    leadShares: "Every vote had the same part of it.",
    believe: "You do not have to believe us",
    believeSecret: {
      one: "The only sheet is open to everybody, without a name. Your device can work out the result itself.",
      other:
        "All {n} sheets are open to everybody, without names. Your device can work out the result itself.",
    },
    believeNamed: "All sheets are open to everybody. Your device can work out the result itself.",
    recount: "Count again",
    files: "All sheets to download, and how to count them without this page",
    purse: "One vote, {share}",
    purseText: {
      one: "This is where the money of sheet {receipt} goes. It marks {n} project.",
      other: "This is where the money of sheet {receipt} goes. It marks {n} projects.",
    },
    purseEmpty: "Sheet {receipt} marks nothing. Its part stays unspent.",
    purseInvalid:
      "Sheet {receipt} does not count: it was not filled in clearly. No part of the pot belongs to it.",
    purseCaption: "Contributions of sheet {receipt}",
    project: "Project",
    contribution: "Contribution",
    unspent: "not spent",
    receipt: "Your receipt number",
    receiptHint: "Twelve signs, for example on the stub of your paper.",
    showSheet: "Show this sheet",
    errorReceipt: "There is no sheet under this number. Please compare the signs.",
    rule: "The rule",
    shares: "At first every vote had {first}, in the end {share}.",
    sharesOnly: "Every vote had {share}.",
    allFitText: "All projects together cost no more than was in the pot. So all of them are funded.",
    greedyTaken:
      "With the most votes first, {better} people were better off and {worse} worse off. So, by the rule, this list holds and not the equal shares.",
    simple: "And if simply the most votes had won?",
    simpleSame: "The same projects would have been funded.",
    simpleWould: {
      one: "{n} project would have been funded, for {cost}.",
      other: "{n} projects would have been funded, for {cost}.",
    },
    simpleMore: "Only then: {names}.",
    simpleLess: "Not then: {names}.",
    simplePeople:
      "Of all people who voted, {better} would have had more of their projects, {worse} fewer, and {same} as many.",
    ties: "Where it was equal",
    tie: "Round {round}: {names} were equal. {taken} came first: {reason}",
    tie_approvers: "more people are for it.",
    tie_cost: "it costs less.",
    tie_order: "its list number, drawn by lot before the vote, is lower.",
    notYet: "There is no result yet",
    notYetText:
      "The votes are counted when the vote is over. Then it stands here who paid what, and why not.",
    toBallot: "To the vote",
    noBallotText: "First the proposals are checked. Then everybody votes.",
    toProcess: "What stands on now",
  },
  { de },
);

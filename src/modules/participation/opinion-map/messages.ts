import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    kind: "Opinion map",
    notYet: "No stable groups yet",
    notYetCounted: "Taking part so far: {n}. The map is being drawn; please look again in a few minutes.",
    notYetFew:
      "Taking part so far: {n}; {map} of them said enough for the map. Below fifty, groups would be chance, so none are drawn.",
    notYetUnsure:
      "Taking part so far: {n}. The groups come out differently each time one looks for them, so none are told here.",
    found: "{n} people took part; {map} said enough for the map. They form {count} groups.",
    uniting: "What unites",
    unitingText: "All groups mostly agree with this, each group counted alike.",
    unitingNone: "No statement has the agreement of all groups yet.",
    dividing: "What divides",
    dividingText: "Here the groups are furthest apart.",
    dividingNone: "No statement divides the groups clearly.",
    represents: "What each group stands for",
    group: "Group {name}: {n} people",
    groupShort: "Group {name}",
    agrees: "Agrees",
    disagrees: "Disagrees",
    ofThem: "{count} of {all} in this group",
    consensus: "What nearly everybody says",
    consensusNone: "Nothing is that clear yet.",
    ofAll: "{count} of {all}",
    picture: "As a picture",
    pictureText:
      "Each mark is a person; marks of people who said the same lie on each other. Who says alike stands near each other; up, down, left and right mean nothing by themselves. The two directions carry {share} of all differences.",
    pictureLabel: "{map} people as marks in a plane, in {count} groups.",
    pictureLabelNone: "{map} people as marks in a plane, without groups.",
    statement: "Statement",
    agreeShare: "Agree",
    everybody: "Everybody",
    tableUniting: "Statements that unite, with the share that agrees",
    tableDividing: "Statements that divide, with the share that agrees",
    how: "How this was computed",
    howText:
      "From {n} people's votes and nothing else; no names are kept. Two main directions, then groups by nearness; groups are told only from fifty people on, and only if the same ones come out again from other beginnings and with fewer people. Stability here: {stability}.",
    hash: "Mark of the votes (SHA-256):",
    computedAt: "As of {day}",
    data: "All votes as a table (CSV, without names)",
    repeat:
      "Anybody can compute it again from that table with the command “anlaufstelle groups stimmen.csv”.",
    take: "Say something yourself",
    moderation: "What was not taken, and why",
    moderationLead:
      "Statements that were not taken or were taken out. The words of the statements are not repeated here.",
    moderationNone: "Nothing has been declined.",
    hidden: "Statement {n} was not taken: {reason}",
    shown: "Statement {n} was taken after all",
  },
  { de },
);

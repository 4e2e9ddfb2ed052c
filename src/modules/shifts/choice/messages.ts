import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words around a choice of shifts, before and after it is sent. */
export const say = messages(
  {
    heading: "Your choice",
    lead: "Nothing is sent yet. Take out what does not suit you.",
    back: "Choose more shifts",
    empty: "You have not ticked any shift yet.",
    which: "These shifts",
    will_confirmed: "The place is yours at once.",
    will_asked: "Held for you until those who plan have agreed.",
    will_waiting: {
      one: "Full. You would wait, as the only one.",
      other: "Full. You would be number {n} on the waiting list.",
    },
    already: "You are on the list here already: {state}.",
    together: "Lies at the same time as {role}, {time}. Only one of both is possible.",
    elsewhere: "At that time you are already at “{offer}” ({time}).",
    rest: "Only {rest} of rest before or after another one. You may, but think of yourself.",
    restNone: "Directly before or after another one, without a rest. You may, but think of yourself.",
    no_age: "You are too young for this task.",
    no_qualification: "We do not know yet that you are qualified for it: {list}.",
    party: "How many of you will come?",
    partyHint: "You included. The group stays together: it gets all its places or waits.",
    names: "Who comes along?",
    namesHint: "Names help those who plan. You may leave it empty.",
    words: "Anything we should know?",
    submit: "Sign up",
    next: "You see at once how it stands with each shift. You can cancel under “My shifts”.",
    seen: "{organization} sees your name, and how to reach you.",
    missing: "Please tick at least one shift.",
    refused_nothing: "One of these shifts is not there any more. Please choose again.",
    refused_closed: "Nobody can sign up here at the moment.",
    refused_past: "One of these shifts has begun or does not take place.",
    refused_already: "You are on the list of one of these shifts already. Nothing was done twice.",
    refused_overlap: "Two of these times overlap. Nothing has been sent; please take one out.",
    refused_age: "You are too young for one of these tasks. Perhaps another one suits you.",
    refused_qualification:
      "One of these tasks needs a qualification that we do not know of. Tell us if you have it.",
    refused_guardian:
      "Before you can sign up, one of your parents has to agree. Please talk with us, we arrange it together.",
    refused_blocked: "You cannot sign up here yourself. That need not stay so: please talk with us.",
    call: "The contact point: {phone}",
    resultHeading: "Thank you!",
    resultLead: "So it stands with your shifts.",
    is_confirmed: "The place is yours.",
    is_asked: "Asked for. The place is held; you hear from us as soon as those who plan have looked.",
    is_waiting: {
      one: "You are the next one when a place becomes free.",
      other:
        "You are number {n} on the waiting list. When a place becomes free for you, you get a mail with a link.",
    },
    is_other: "How it stands: {state}.",
    people: { one: "you alone", other: "{n} people" },
    mine: "My shifts",
    more: "Choose more shifts",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words with which authors improve their proposal. */
export const say = messages(
  {
    editHeading: "Improve the proposal",
    editLead: "Everybody sees that the proposal was changed, and when.",
    refused_notOpen: "This proposal can no longer be changed, because it is no longer open.",
    save: "Save",
    pictures: "Pictures",
    picturesLead:
      "Up to four pictures. Please only those that you took yourself or may show, and no faces without consent.",
    picture: "Picture",
    alt: "What is seen on it?",
    altHint: "For people who do not see it: “The pond path in autumn, without any place to sit.”",
    addPicture: "Add picture",
    removePicture: "Take out",
    refused_notAPicture: "This file is no picture that we can read.",
    refused_tooBig: "This picture is too big: at most 10 megabytes.",
    refused_noAlternativeText: "Please say what is seen on the picture.",
    refused_enough: "There are four pictures already. Take one out first.",
    fileMissing: "Please choose a picture.",
    withdrawHeading: "Withdraw the proposal",
    withdrawText: "It stays readable as withdrawn, with what others said to it. This cannot be undone.",
    leaveText: "The proposal has other authors. It stays, without you.",
    withdraw: "Withdraw the proposal",
    leave: "No longer be an author",
    notice_gespeichert: "Saved.",
    notice_bild: "The picture stands with your proposal.",
    notice_bildweg: "The picture is gone.",
  },
  { de },
);

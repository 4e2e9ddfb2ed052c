import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    mine: "My area",
    title: "Signing in and devices",
    lead: "How you sign in, and where you are signed in right now.",
    resting: "Your role rests",
    restingText:
      "It reaches into other people’s data and therefore counts only with a second step. Set one up now; it takes two minutes. A passkey does as well.",
    demo: "In the demonstration these settings are locked, so that everybody finds the people as they are.",
    saved: "Saved.",
    ended: "The device is signed out.",

    password: "Password",
    passwordNone: "You have no password. You do not need one: a link by e-mail is enough.",
    passwordSince: "You have a password. A new one signs out all other devices.",
    current: "Present password",
    next: "New password",
    nextHint: "At least {n} characters. A sentence you can remember is better than signs you cannot.",
    setPassword: "Set this password",
    wrongPassword: "That is not your present password.",
    weakPassword: "This password is guessed quickly. Please take another one.",

    passkeys: "Passkeys",
    passkeysText:
      "Sign in with finger, face or the PIN of your device. Nothing to remember, nothing that can be stolen.",
    passkeySince: "added on {date}",
    passkeyRemove: "Remove",
    passkeyName: "Name of this device",
    passkeyNameHint: "For example: my phone",
    passkeyAdd: "Add a passkey",
    passkeyFailed: "That did not work. Please try again, or use another device.",
    passkeyNoScript: "To add one, your browser must be able to use passkeys and run scripts.",

    second: "Second step",
    secondText:
      "After the link or the password an app on your phone shows six digits. So nobody gets in with your mailbox alone.",
    secondOn: "Set up on {date}.",
    secondOff: "Not set up.",
    secondLink: "Set up or change",

    devices: "Devices",
    here: "this device",
    unknown: "Unknown device",
    deviceSince: "signed in {date}",
    deviceEnd: "Sign out",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    title: "My calendar",
    mine: "My area",
    menu: "My calendar",
    lead: "Your dates appear by themselves in the calendar you use anyway, on your phone or your computer.",
    inside: "What stands in it",
    nothing: "Nothing at the moment.",
    nothingText: "As soon as you have a date with us, it stands here and in your calendar.",
    subscribe: "Into your own calendar",
    how: "You get a secret address and enter it in your calendar once, as a subscription. From then on it keeps itself up to date, also when a date is moved or canceled.",
    make: "Make an address",
    next: "After that you see the address, once.",
    has: "You have an address. We do not keep it in readable form and cannot show it again. When you make a new one, the old one stops at once.",
    renew: "Make a new address",
    end: "Switch the address off",
    fresh: "Your secret address",
    freshOnce: "We show it only now.",
    freshText: "Whoever knows this address sees your dates. Please enter it in your own calendar only.",
    open: "Open in my calendar",
    copy: "Or copy it: mark the whole line, or press on it for a while on the phone, and paste it where your calendar asks for the address of a subscription.",
    notice_beendet: "The address is switched off. Your calendar receives nothing more from us.",
    feedTitle: "My dates in {town}",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** The register of purposes: for what this house stores something about people. */
export const purposes = [
  "visit",
  "inquiry",
  "file",
  "referral",
  "account",
  "contact",
  "consent",
  "log",
] as const;

/** What the register says of each purpose. */
export const purposeWords = messages(
  {
    visit: "When you read these pages",
    visit_what:
      "Our server sees your internet address in order to answer. We shorten it and keep it for a short time only, to fend off abuse. We do not count visitors and follow nobody.",
    visit_basis: "Legitimate interest in a safe service, Art. 6(1)(f) GDPR.",
    visit_long: "Minutes to hours.",
    inquiry: "When you ask us something",
    inquiry_what: "Your question, your name and how we can reach you – only what you tell us.",
    inquiry_basis:
      "Because you want an answer, Art. 6(1)(b) GDPR; for municipalities their public task, Art. 6(1)(e) GDPR.",
    inquiry_long: "Until your matter is settled and nothing more is to be asked; earlier if you wish.",
    file: "When we advise you and look for a place with you",
    file_what:
      "What you told us: what you like to do, when you have time, what you need for it, notes of our talks. We do not ask about illness, religion, origin or politics.",
    file_basis: "Because you want to be advised and introduced, Art. 6(1)(b) GDPR.",
    file_long: "As long as we accompany you. When you leave, we delete the file on your word.",
    referral: "When we introduce you to an organization",
    referral_what:
      "Your name, how you can be reached, and what you yourself released for this one introduction. Nothing is passed on before you have said yes.",
    referral_basis: "Your release for exactly this organization, Art. 6(1)(a) and (b) GDPR.",
    referral_long:
      "With us as long as your file. From then on the organization is responsible for what it keeps.",
    account: "When you have an account",
    account_what:
      "Your e-mail address and how you sign in. Passwords are kept only as a fingerprint from which nobody can read them.",
    account_basis: "Needed for signing in, Art. 6(1)(b) GDPR.",
    account_long: "Until you delete the account.",
    contact: "When you speak for an organization",
    contact_what:
      "Your name, your role and how the organization can be reached through you. It is public only if you wish.",
    contact_basis: "Legitimate interest in reaching the organization, Art. 6(1)(f) GDPR.",
    contact_long: "As long as you have the role; a click ends it.",
    consent: "When you agreed to something",
    consent_what:
      "News by mail, publication of your story, suggestions: each on its own, with day and wording.",
    consent_basis: "Your consent, Art. 6(1)(a) GDPR. You can withdraw it as easily as you gave it.",
    consent_long: "Until you withdraw it. That you had agreed, we keep as proof.",
    log: "Who looked into your file",
    log_what:
      "Name, day and purpose of everyone who opened your file. You see this list yourself under “My area”.",
    log_basis: "Accountability and security, Art. 5(2) and 32 GDPR.",
    log_long: "As long as the file.",
  },
  { de },
);

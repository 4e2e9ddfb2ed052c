import type { Context } from "#core/context.ts";
import { scoreOf } from "#methods/match-score.ts";
import { listOpen, type OpenOffer, offerOf } from "#modules/opportunities/openings/queries.ts";
import { paths } from "#modules/opportunities/paths.ts";
import type { WholeOpportunity } from "#modules/opportunities/queries.ts";
import { listed } from "#modules/opportunities/suggestions/vocabulary.ts";
import { seatsFree, skillName } from "#modules/opportunities/vocabulary.ts";
import { emptyProfile } from "#modules/opportunities/wishes/queries.ts";
import { languageName } from "#modules/organizations/vocabulary.ts";
import { say } from "./messages.ts";

/** Whom one asks there, when everybody may read it. */
export const findContact = (ctx: Context, { contactPointId }: Pick<WholeOpportunity, "contactPointId">) =>
  contactPointId === null
    ? Promise.resolve(undefined)
    : ctx.db
        .selectFrom("contactPoints")
        .select(["name", "task", "email", "phone"])
        .where("id", "=", contactPointId)
        .where("public", "=", true)
        .executeTakeFirst();

export type Contact = Awaited<ReturnType<typeof findContact>>;

/** The site where it takes place, with its opening hours and barriers. */
export const findSite = (ctx: Context, { siteId }: Pick<WholeOpportunity, "siteId">) =>
  siteId === null
    ? Promise.resolve(undefined)
    : ctx.db
        .selectFrom("sites")
        .select(["name", "openingHours", "accessibility"])
        .where("id", "=", siteId)
        .executeTakeFirst();

export type Site = Awaited<ReturnType<typeof findSite>>;

const alike = 0.3;

/** Open offers that somebody would like as well who likes this one: by field, people, skills, time and place. */
export const listSimilar = async (ctx: Context, offer: WholeOpportunity, limit = 3): Promise<OpenOffer[]> => {
  const { latitude, longitude } = offer;
  const seeker = {
    ...emptyProfile,
    fields: offer.fields,
    targetGroups: offer.targetGroups.filter((code) => code !== "everyone"),
    skills: offer.skills,
    times: offer.times,
    rhythms: [offer.rhythm],
    home: latitude === null || longitude === null ? null : { latitude, longitude },
  };
  return (await listOpen(ctx))
    .filter(({ id, seats, seatsTaken }) => id !== offer.id && (seats === null || seatsTaken < seats))
    .map((other) => ({ other, score: scoreOf(seeker, offerOf(ctx, other)).score }))
    .filter(({ score }) => score >= alike)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ other }) => other);
};

/** Does it rest, is it over, is it full? One clear sentence, and what is possible instead. */
export const standing = (ctx: Context, offer: WholeOpportunity) => {
  const end = offer.endsAt ?? offer.startsAt;
  if (offer.state === "paused") return "paused" as const;
  if (offer.state === "ended") return "ended" as const;
  if (offer.state !== "published") return "notPublic" as const;
  if ((offer.rhythm === "once" || offer.rhythm === "slots") && end && end < ctx.now) return "past" as const;
  return seatsFree(offer) === 0 ? ("full" as const) : ("open" as const);
};

/** What machines may read of it: schema.org has no volunteering, but a posting of this kind. */
export const postingOf = (offer: WholeOpportunity, origin: string): string => {
  const place = {
    "@type": "Place",
    address: {
      "@type": "PostalAddress",
      streetAddress: offer.street ?? undefined,
      postalCode: offer.postcode ?? undefined,
      addressLocality: offer.townName ?? undefined,
      addressCountry: "DE",
    },
  };
  const posting = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    employmentType: "VOLUNTEER",
    title: offer.title,
    description: [offer.summary, offer.description].filter(Boolean).join("\n\n"),
    url: origin + paths.show(offer.slug),
    datePosted: offer.publishedAt?.toISOString(),
    validThrough: offer.rhythm === "once" ? (offer.endsAt ?? offer.startsAt)?.toISOString() : undefined,
    hiringOrganization: {
      "@type": "Organization",
      name: offer.organization,
      url: origin + paths.organization(offer.organizationSlug),
    },
    ...(offer.placeKind === "remote" ? { jobLocationType: "TELECOMMUTE" } : { jobLocation: place }),
  };
  return JSON.stringify(posting).replaceAll("<", "\\u003c");
};

/** What one brings along, each as a line. */
export const neededOf = (ctx: Context, offer: WholeOpportunity): string[] => {
  const words = say(ctx);
  const languages = (codes: readonly string[]) =>
    listed(
      ctx,
      codes.map((code) => languageName(ctx, code)),
      "or",
    );
  return [
    ...(offer.requirements ? [offer.requirements] : []),
    ...offer.skills.map((code) => skillName(ctx, code)),
    ...(offer.minimumAge === null ? [] : [words("needsAge", { age: offer.minimumAge })]),
    ...(offer.needsCheck ? [words("needsCheck")] : []),
    ...(offer.languagesRequired.length > 0
      ? [words("needsLanguage", { list: languages(offer.languagesRequired) })]
      : []),
    ...(offer.languages.length > 0 ? [words("welcomeLanguages", { list: languages(offer.languages) })] : []),
  ];
};

import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { renderMarkdown } from "#core/markdown.ts";
import type { ProfilePart } from "#core/profile.ts";
import { edit, paths } from "#modules/organizations/paths.ts";
import { may, speaksFor } from "#modules/organizations/policy.ts";
import type { ContactPoint, Organization, Service, Site } from "#modules/organizations/schema.ts";
import {
  accessibilityName,
  fieldName,
  languageName,
  needName,
  sectorName,
  targetGroupName,
} from "#modules/organizations/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { type Pair, Pairs, SectorSign, State } from "#ui/facts.tsx";
import { telephone } from "#ui/link.ts";
import { Notice } from "#ui/notice.tsx";
import { Actions, Note, Prose, Section, Stack, Title, TwoColumns } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

export type Profile = {
  readonly organization: Organization;
  readonly contacts: readonly ContactPoint[];
  readonly sites: readonly Site[];
  readonly services: readonly Service[];
  /** Does anybody of their own look after this profile? */
  readonly spokenFor: boolean;
  /** What other rooms show of it. */
  readonly parts: readonly ProfilePart[];
};

type Props = { readonly ctx: Context; readonly profile: Profile };
type Namer = (ctx: Context, code: string) => string;

const named = (ctx: Context, codes: readonly string[], name: Namer) =>
  codes.map((code) => name(ctx, code)).join(", ");

type Addressed = Pick<Organization, "street" | "postcode" | "townName">;

/** "Teichstraße 1, 02943 Weißwasser" */
export const addressLine = ({ street, postcode, townName }: Addressed): string =>
  [street, [postcode, townName].filter(Boolean).join(" ")].filter(Boolean).join(", ");

const host = (website: string): string => website.replace(/^https?:\/\/(www\.)?/u, "").replace(/\/$/u, "");

const Phone = ({ number }: { readonly number: string }) => <a href={telephone(number)}>{number}</a>;
const Mail = ({ address }: { readonly address: string }) => <a href={`mailto:${address}`}>{address}</a>;

const reachPairs = ({ ctx, profile: { organization: one } }: Props): readonly Pair[] => {
  const words = say(ctx);
  return [
    [words("phone"), one.phone && <Phone number={one.phone} />],
    [words("email"), one.email && <Mail address={one.email} />],
    [
      words("website"),
      one.website && (
        <a href={one.website} rel="noopener noreferrer external">
          {host(one.website)}
        </a>
      ),
    ],
    [words("address"), addressLine(one)],
  ];
};

const Sites = ({ ctx, profile: { sites } }: Props) => (
  <Section id="orte" heading={say(ctx)("sites")}>
    <ItemList
      items={sites.map((site) => ({
        title: site.name,
        kind: addressLine(site),
        text: (
          <Pairs
            pairs={[
              [say(ctx)("hours"), site.openingHours],
              [say(ctx)("barriers"), named(ctx, site.accessibility, accessibilityName)],
            ]}
          />
        ),
      }))}
    />
  </Section>
);

const Services = ({ ctx, profile: { services } }: Props) => (
  <Section id="leistungen" heading={say(ctx)("services")}>
    <ItemList
      items={services.map((service) => ({
        title: service.name,
        kind: named(ctx, service.needs, needName),
        text: (
          <Stack>
            {service.description && <p>{service.description}</p>}
            <Pairs
              pairs={[
                [say(ctx)("groups"), named(ctx, service.targetGroups, targetGroupName)],
                [say(ctx)("languages"), named(ctx, service.languages, languageName)],
                [say(ctx)("fees"), service.fees],
                [say(ctx)("how"), service.howToCome],
              ]}
            />
          </Stack>
        ),
      }))}
    />
  </Section>
);

const Contacts = ({ ctx, profile: { contacts } }: Props) => (
  <Section id="ansprechpersonen" heading={say(ctx)("contacts")}>
    <ItemList
      items={contacts
        .filter((contact) => contact.public)
        .map(({ name, task, email, phone }) => ({
          title: name,
          kind: task,
          text: (
            <p>
              {phone && <Phone number={phone} />}
              {phone && email && " · "}
              {email && <Mail address={email} />}
            </p>
          ),
        }))}
    />
  </Section>
);

const OwnLinks = ({ ctx, profile: { organization } }: Props) => {
  if (!may.change(ctx, organization)) return null;
  const own = speaksFor(ctx.actor, organization.id) && ctx.actor.kind === "person";
  return (
    <Actions>
      <ButtonLink kind="secondary" href={edit[own ? "mine" : "office"].profile(organization.id)}>
        {say(ctx)(own ? "change" : "record")}
      </ButtonLink>
    </Actions>
  );
};

const Claim = ({ ctx, profile: { organization } }: Props) => (
  <Note id="das-sind-wir" heading={say(ctx)("claimHeading")}>
    <p>{say(ctx)("claimText", { organization: organization.name })}</p>
    <p>
      <a href={paths.claim(organization.slug)}>{say(ctx)("claimLink")}</a>
    </p>
  </Note>
);

const About = ({ ctx, profile: { organization: one } }: Props) => {
  const words = say(ctx);
  return (
    <div>
      <Section id="was" heading={words("about")} space="none">
        {one.description ? (
          <Prose html={renderMarkdown(one.description, 3)} />
        ) : (
          <p class="al-soft">{words("nothingAbout")}</p>
        )}
        <Pairs
          pairs={[
            [words("fields"), named(ctx, one.fields, fieldName)],
            [words("groups"), named(ctx, one.targetGroups, targetGroupName)],
            [words("languages"), named(ctx, one.languages, languageName)],
          ]}
        />
      </Section>
      <Section id="mitmachen" heading={words("join")}>
        <p>{words("offersText")}</p>
        <p>
          <a href={paths.offers(one.slug)}>{words("offers", { organization: one.name })}</a>
        </p>
      </Section>
    </div>
  );
};

const Part = ({ id, heading, items, link }: ProfilePart) => (
  <Section id={id} heading={heading} link={link}>
    <ItemList items={items} />
  </Section>
);

/** The public profile of one organization. */
export const ProfilePage = ({ ctx, profile }: Props) => {
  const words = say(ctx);
  const { organization: one, contacts, sites, services, spokenFor, parts } = profile;
  const kind = (
    <>
      <SectorSign sector={one.sector} />{" "}
      {[sectorName(ctx, one.sector), one.legalForm].filter(Boolean).join(" · ")}
    </>
  );
  return (
    <>
      <Title heading={one.name} kind={kind} lead={one.summary}>
        <p>
          {one.verifiedAt ? (
            <State kind="yes">{words("verified", { date: dayWithYear(ctx, one.verifiedAt) })}</State>
          ) : (
            <State kind="wait">{words("notVerified")}</State>
          )}
        </p>
      </Title>
      {one.hiddenAt && <Notice ctx={ctx}>{words("hiddenNote")}</Notice>}
      <OwnLinks ctx={ctx} profile={profile} />
      <TwoColumns>
        <About ctx={ctx} profile={profile} />
        <Section id="erreichbar" heading={words("reach")} space="none">
          <Pairs pairs={reachPairs({ ctx, profile })} />
        </Section>
      </TwoColumns>
      {services.length > 0 && <Services ctx={ctx} profile={profile} />}
      {sites.length > 0 && <Sites ctx={ctx} profile={profile} />}
      {contacts.some((contact) => contact.public) && <Contacts ctx={ctx} profile={profile} />}
      {parts.map((part) => (
        <Part {...part} />
      ))}
      {!spokenFor && <Claim ctx={ctx} profile={profile} />}
    </>
  );
};

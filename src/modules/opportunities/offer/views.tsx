import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { distance } from "#core/number.ts";
import { distanceKilometers, type Point } from "#methods/geography.ts";
import { taskOf } from "#modules/opportunities/catalog/views.tsx";
import type { NextShifts } from "#modules/opportunities/next-shifts/queries.ts";
import { NextShiftsNote } from "#modules/opportunities/next-shifts/views.tsx";
import type { OpenOffer } from "#modules/opportunities/openings/queries.ts";
import { paths } from "#modules/opportunities/paths.ts";
import type { WholeOpportunity } from "#modules/opportunities/queries.ts";
import {
  companyName,
  elsewhereOf,
  longOf,
  offerName,
  seatsOf,
  whenOf,
} from "#modules/opportunities/vocabulary.ts";
import { accessibilityName, fieldName, targetGroupName } from "#modules/organizations/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Pairs, SectorSign } from "#ui/facts.tsx";
import { telephone } from "#ui/link.ts";
import { Notice } from "#ui/notice.tsx";
import { Actions, Note, Section, Stack, Title, TwoColumns } from "#ui/page.tsx";
import { TaskList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import { type Contact, neededOf, postingOf, type Site, standing } from "./queries.ts";

export type From = { readonly postcode: string; readonly point: Point };

type Props = {
  readonly ctx: Context;
  readonly offer: WholeOpportunity;
  readonly contact: Contact;
  readonly site: Site;
  readonly similar: readonly OpenOffer[];
  readonly from: From | undefined;
  /** The next shifts of an offer that has some. */
  readonly next: NextShifts;
};

const Standing = ({ ctx, offer }: Pick<Props, "ctx" | "offer">) => {
  const state = standing(ctx, offer);
  const words = say(ctx);
  if (state === "open") return null;
  if (state === "notPublic") return <Notice ctx={ctx} heading={words("notPublic")} />;
  const text = { paused: "pausedText", ended: "endedText", past: "endedText", full: "fullText" } as const;
  return (
    <Notice ctx={ctx} heading={words(state)}>
      {words(text[state])} <a href={paths.list}>{words("others")}</a>
    </Notice>
  );
};

const Whereabouts = ({ ctx, offer, site, from }: Pick<Props, "ctx" | "offer" | "site" | "from">) => {
  const elsewhere = elsewhereOf(ctx, offer.placeKind);
  if (elsewhere) return <>{elsewhere}</>;
  const { latitude, longitude, street, postcode, townName } = offer;
  const point = latitude === null || longitude === null ? undefined : { latitude, longitude };
  const town = [postcode, townName].filter(Boolean).join(" ");
  const lines = [site?.name, street, town].filter(Boolean).join(", ");
  return (
    <>
      {lines}
      {from && point && (
        <span class="al-soft">
          {" · "}
          {say(ctx)("distanceFrom", {
            distance: distance(ctx, distanceKilometers(from.point, point) * 1_000),
            postcode: from.postcode,
          })}
        </span>
      )}
    </>
  );
};

const Words = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/\n{2,}/u).map((part) => (
      <p class="al-lines">{part}</p>
    ))}
  </>
);

const List = ({ items }: { readonly items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
);

const Interest = ({ ctx, offer }: Pick<Props, "ctx" | "offer">) => {
  const words = say(ctx);
  const { officePhone } = ctx.place;
  const state = standing(ctx, offer);
  if (state !== "open" && state !== "full") return null;
  return (
    <Note id="interesse" heading={words("interested")}>
      <p>{words("interestedText")}</p>
      <Actions>
        <ButtonLink href={paths.askAbout(offer.slug)}>{words("ask")}</ButtonLink>
        {officePhone && <a href={telephone(officePhone)}>{words("askPhone", { phone: officePhone })}</a>}
        <a href={paths.why(offer.slug)}>{words(ctx.actor.kind === "person" ? "whyNot" : "fitsMe")}</a>
        <a href={paths.poster(offer.slug)}>{words("poster")}</a>
      </Actions>
    </Note>
  );
};

const FactsOf = ({ ctx, offer, site, from }: Pick<Props, "ctx" | "offer" | "site" | "from">) => {
  const words = say(ctx);
  const { when, time } = whenOf(ctx, offer);
  return (
    <Pairs
      pairs={[
        [words("when"), [when, time].filter(Boolean).join(", ")],
        [words("where"), <Whereabouts ctx={ctx} offer={offer} site={site} from={from} />],
        [words("long"), longOf(ctx, offer)],
        [words("seats"), seatsOf(ctx, offer)],
        [words("company"), companyName(ctx, offer.company)],
        [words("forWhom"), offer.targetGroups.map((code) => targetGroupName(ctx, code)).join(", ")],
        [words("field"), offer.fields.map((code) => fieldName(ctx, code)).join(", ")],
      ]}
    />
  );
};

const ContactLines = ({ contact }: { readonly contact: NonNullable<Contact> }) => (
  <p>
    {[contact.name, contact.task].filter(Boolean).join(", ")}
    {contact.phone && (
      <>
        {" "}
        · <a href={telephone(contact.phone)}>{contact.phone}</a>
      </>
    )}
    {contact.email && (
      <>
        {" "}
        · <a href={`mailto:${contact.email}`}>{contact.email}</a>
      </>
    )}
  </p>
);

/** One offer: when, where, how long, what one does, what it needs and gives, whose it is, and one clear action. */
export const OfferPage = (props: Props & { readonly origin: string }) => {
  const { ctx, offer, contact, site, similar, origin } = props;
  const words = say(ctx);
  const needed = neededOf(ctx, offer);
  const access = [...new Set([...offer.accessibility, ...(site?.accessibility ?? [])])];
  return (
    <>
      <Title
        heading={offer.title}
        lead={offer.summary || undefined}
        kind={
          <>
            <SectorSign sector={offer.sector} /> {offer.organization}
          </>
        }
      />
      <Standing ctx={ctx} offer={offer} />
      <TwoColumns>
        <Stack wide>
          <FactsOf {...props} />
          {offer.description && (
            <Section id="tun" space="none" heading={words("what")}>
              <Words text={offer.description} />
            </Section>
          )}
          {needed.length > 0 && (
            <Section id="mitbringen" space="none" heading={words("needed")}>
              <List items={needed} />
            </Section>
          )}
          {offer.offers.length > 0 && (
            <Section id="bekommen" space="none" heading={words("given")}>
              <List items={offer.offers.map((code) => offerName(ctx, code))} />
            </Section>
          )}
          {offer.placeKind === "onsite" && (
            <Section id="hinkommen" space="none" heading={words("access")}>
              {access.length > 0 ? (
                <List items={access.map((code) => accessibilityName(ctx, code))} />
              ) : (
                <p>{words("accessUnknown")}</p>
              )}
            </Section>
          )}
        </Stack>
        <Stack wide>
          {props.next ? (
            <NextShiftsNote ctx={ctx} offer={offer} next={props.next} />
          ) : (
            <Interest ctx={ctx} offer={offer} />
          )}
          <Section id="von" space="none" heading={words("from")}>
            <p>
              <a href={paths.organization(offer.organizationSlug)}>{offer.organization}</a>
            </p>
            {contact && <ContactLines contact={contact} />}
            <p>
              <a href={`${paths.list}?organisation=${offer.organizationSlug}`}>
                {words("allOf", { organization: offer.organization })}
              </a>
            </p>
            {offer.confirmedAt && (
              <p class="al-small al-soft">
                {words("confirmed", { day: dayWithYear(ctx, offer.confirmedAt) })}
              </p>
            )}
          </Section>
        </Stack>
      </TwoColumns>
      {similar.length > 0 && (
        <Section id="aehnlich" heading={words("similarOffers")}>
          <TaskList
            tasks={similar.map((one) => taskOf(ctx, { offer: one, meters: null, reason: undefined }))}
          />
        </Section>
      )}
      {offer.state === "published" && (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: postingOf(offer, origin) }} />
      )}
    </>
  );
};

import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import { dayOnly, dayWithYear, period } from "#core/date.ts";
import { filledWith } from "#core/input.ts";
import { dayOf, plusDays } from "#core/local-time.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { elsewhereOf, longOf, seatsOf, whenOf } from "#modules/opportunities/vocabulary.ts";
import { CheckboxGroup } from "#ui/choices.tsx";
import { Form } from "#ui/form.tsx";
import { Empty, More, Stack, Title } from "#ui/page.tsx";
import { QrCode } from "#ui/qr.tsx";
import { say } from "./messages.ts";
import type { PosterOffer } from "./queries.ts";

type Base = { readonly ctx: Context; readonly origin: string };

/** The address as somebody types it: without the scheme. */
const typedAddress = (origin: string, path: string): string =>
  `${origin}${path}`.replace(/^https?:\/\//u, "");

const whereOf = (ctx: Context, offer: PosterOffer): string =>
  elsewhereOf(ctx, offer.placeKind) ?? offer.townName ?? "";

const strips = 9;

/** The lower edge of a sheet: cut up, each strip says whom to call and where it leads. */
const Strips = ({ ctx, lines }: { readonly ctx: Context; readonly lines: readonly string[] }) => (
  <ul class="al-poster__strips" aria-hidden="true">
    {Array.from({ length: strips }, () => (
      <li>
        <b>{ctx.place.officePhone || ctx.place.officeName}</b>
        {lines.map((line) => (
          <span>{line}</span>
        ))}
      </li>
    ))}
  </ul>
);

const Office = ({ ctx }: { readonly ctx: Context }) => {
  const { officeName, officeStreet, officePostcode, officeTown, openingHours } = ctx.place;
  const town = [officePostcode, officeTown].filter(Boolean).join(" ");
  const address = [officeStreet, town].filter(Boolean).join(", ");
  return <>{[officeName, address, openingHours].filter(Boolean).join(" · ")}</>;
};

const Code = ({ ctx, origin, offer }: Base & { readonly offer: PosterOffer }) => {
  const path = paths.numbered(offer.number);
  return (
    <QrCode
      text={`${origin}${path}`}
      label={say(ctx)("scanLabel", { address: typedAddress(origin, path) })}
      size={150}
    />
  );
};

const Row = ({ ctx, origin, offer }: Base & { readonly offer: PosterOffer }) => {
  const words = say(ctx);
  const { when, time } = whenOf(ctx, offer);
  const facts = [offer.organization, whereOf(ctx, offer), longOf(ctx, offer), seatsOf(ctx, offer)];
  return (
    <li>
      <Code ctx={ctx} origin={origin} offer={offer} />
      <div>
        <p class="al-poster__when">{[when, time].filter(Boolean).join(", ")}</p>
        <h3>{offer.title}</h3>
        <p>{facts.filter(Boolean).join(" · ")}</p>
      </div>
      <p class="al-poster__number">{words("number", { number: offer.number })}</p>
    </li>
  );
};

// In large type a line of a title holds about thirty letters; a page holds sixteen lines beside its head and foot.
const linesOf = ({ title, organization }: PosterOffer): number =>
  Math.max(3, Math.ceil(title.length / 30) + Math.ceil((organization.length + 40) / 48) + 1);
const linesOnPage = 16;

/** As many offers on a page as fit, in order. */
export const pagesOf = (offers: readonly PosterOffer[]): readonly (readonly PosterOffer[])[] => {
  const pages: PosterOffer[][] = [];
  let free = 0;
  for (const offer of offers) {
    const lines = linesOf(offer);
    const page = pages.at(-1);
    if (!page || lines > free) {
      pages.push([offer]);
      free = linesOnPage - lines;
    } else {
      page.push(offer);
      free -= lines;
    }
  }
  return pages;
};

type SheetProps = Base & {
  readonly offers: readonly PosterOffer[];
  /** What one may choose from, and what is chosen. */
  readonly candidates: readonly PosterOffer[];
  /** Nothing was chosen or filtered: it is what this week needs. */
  readonly thisWeek: boolean;
  readonly back: string;
};

const Sheet = ({
  ctx,
  origin,
  offers,
  thisWeek,
}: Pick<SheetProps, "ctx" | "origin" | "offers" | "thisWeek">) => {
  const words = say(ctx);
  const today = dayOf(ctx.now);
  const when = thisWeek
    ? period(ctx, today, plusDays(today, 6))
    : words("asOf", { day: dayOnly(ctx, ctx.now) });
  return (
    <section class="al-poster" aria-label={words(thisWeek ? "weekHeading" : "heading")}>
      <header>
        <h2>{words(thisWeek ? "weekHeading" : "heading")}</h2>
        <p class="al-poster__lead">
          {words("inTown", { town: ctx.place.name })} · {when}
        </p>
      </header>
      <ul class="al-poster__rows">
        {offers.map((offer) => (
          <Row ctx={ctx} origin={origin} offer={offer} />
        ))}
      </ul>
      <footer>
        <p class="al-poster__lead">
          {words("lead")} <b>{ctx.place.officePhone}</b>
        </p>
        <p>
          <Office ctx={ctx} />
        </p>
      </footer>
      <Strips ctx={ctx} lines={[typedAddress(origin, paths.list)]} />
    </section>
  );
};

const Chooser = ({ ctx, candidates, offers }: SheetProps) => {
  const words = say(ctx);
  const chosen = offers.map(({ number }) => String(number));
  return (
    <More summary={words("chooseOffers")}>
      <Form
        ctx={ctx}
        action={paths.sheet}
        method="get"
        submit={words("show")}
        form={filledWith({ nr: chosen })}
      >
        <CheckboxGroup
          name="nr"
          label={words("chooseOffers")}
          hint={words("chooseHint")}
          options={candidates.map(({ number, title, organization }) => ({
            value: String(number),
            label: title,
            hint: `${words("number", { number })} · ${organization}`,
          }))}
        />
      </Form>
    </More>
  );
};

/** Several offers in large type, on as many sheets as they need. */
export const SheetPage = (props: SheetProps) => {
  const { ctx, offers, candidates, back } = props;
  const words = say(ctx);
  return (
    <>
      <div class="al-poster__tools">
        <Title heading={words("choose")} lead={words("chooseLead")} />
        <Stack>
          {candidates.length > 0 && <Chooser {...props} />}
          <p>
            {words("print")} <a href={back}>{words("back")}</a>
          </p>
        </Stack>
      </div>
      {offers.length === 0 && (
        <Empty heading={words("none")}>
          <p>
            <a href={paths.list}>{words("back")}</a>
          </p>
        </Empty>
      )}
      {pagesOf(offers).map((page) => (
        <Sheet {...props} offers={page} />
      ))}
    </>
  );
};

const Fact = ({ label, children }: { readonly label: string; readonly children: ComponentChildren }) =>
  children ? (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;

const Invitation = ({ ctx, origin, offer }: Base & { readonly offer: PosterOffer }) => {
  const words = say(ctx);
  const { officePhone } = ctx.place;
  return (
    <div class="al-poster__way">
      <Code ctx={ctx} origin={origin} offer={offer} />
      <div>
        <p>
          <b>{words("scan")}</b>{" "}
          {words("orType", { address: typedAddress(origin, paths.numbered(offer.number)) })}
        </p>
        {officePhone && (
          <p>
            {words("call")} <b class="al-poster__phone">{officePhone}</b>{" "}
            {words("sayNumber", { number: offer.number })}
          </p>
        )}
        <p>
          {words("visit")} <Office ctx={ctx} />
        </p>
      </div>
    </div>
  );
};

/** One offer on one page, to be read across the street. */
export const PosterPage = ({ ctx, origin, offer }: Base & { readonly offer: PosterOffer }) => {
  const words = say(ctx);
  const { when, time } = whenOf(ctx, offer);
  const size =
    offer.title.length > 60
      ? " al-poster__title--long"
      : offer.title.length > 28
        ? " al-poster__title--medium"
        : "";
  return (
    <>
      <div class="al-poster__tools">
        <Title heading={words("posterTitle", { title: offer.title })} lead={words("posterLead")} />
        <p>
          {words("print")} <a href={paths.show(offer.slug)}>{words("toOffer")}</a>
        </p>
      </div>
      <section class="al-poster al-poster--one" aria-label={offer.title}>
        <header>
          <p class="al-poster__lead">{offer.organization}</p>
          <h2 class={`al-poster__title${size}`}>{offer.title}</h2>
        </header>
        {offer.summary && <p class="al-poster__summary">{offer.summary}</p>}
        <dl>
          <Fact label={words("when")}>{[when, time].filter(Boolean).join(", ")}</Fact>
          <Fact label={words("where")}>{whereOf(ctx, offer)}</Fact>
          <Fact label={words("how")}>{longOf(ctx, offer)}</Fact>
          <Fact label={words("seats")}>{seatsOf(ctx, offer)}</Fact>
        </dl>
        <Invitation ctx={ctx} origin={origin} offer={offer} />
        <footer>
          <p>
            {words("number", { number: offer.number })} · {words("asOf", { day: dayWithYear(ctx, ctx.now) })}
          </p>
        </footer>
        <Strips
          ctx={ctx}
          lines={[
            words("number", { number: offer.number }),
            typedAddress(origin, paths.numbered(offer.number)),
          ]}
        />
      </section>
    </>
  );
};

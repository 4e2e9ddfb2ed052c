import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { elsewhereOf, longOf, seatsOf, whenOf } from "#modules/opportunities/vocabulary.ts";
import { Title } from "#ui/page.tsx";
import { QrCode } from "#ui/qr.tsx";
import { say } from "./messages.ts";
import type { PosterOffer } from "./queries.ts";

export type Base = { readonly ctx: Context; readonly origin: string };

/** The address as somebody types it: without the scheme. */
export const typedAddress = (origin: string, path: string): string =>
  `${origin}${path}`.replace(/^https?:\/\//u, "");

/** Where one goes: the town, or how else it is done. */
export const whereOf = (ctx: Context, offer: PosterOffer): string =>
  elsewhereOf(ctx, offer.placeKind) ?? offer.townName ?? "";

const strips = 9;

/** The lower edge of a sheet: cut up, each strip says whom to call and where it leads. */
export const Strips = ({ ctx, lines }: { readonly ctx: Context; readonly lines: readonly string[] }) => (
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

/** Where the office is and when it is open, in one line. */
export const Office = ({ ctx }: { readonly ctx: Context }) => {
  const { officeName, officeStreet, officePostcode, officeTown, openingHours } = ctx.place;
  const town = [officePostcode, officeTown].filter(Boolean).join(" ");
  const address = [officeStreet, town].filter(Boolean).join(", ");
  return <>{[officeName, address, openingHours].filter(Boolean).join(" · ")}</>;
};

/** The code that leads to this offer. */
export const Code = ({ ctx, origin, offer }: Base & { readonly offer: PosterOffer }) => {
  const path = paths.numbered(offer.number);
  return (
    <QrCode
      text={`${origin}${path}`}
      label={say(ctx)("scanLabel", { address: typedAddress(origin, path) })}
      size={150}
    />
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

import { type Link, telephone, withParameter } from "./link.ts";
import { Mark } from "./mark.tsx";
import { type Reader, say } from "./messages.ts";

/** The town as the frame shows it. */
export type Town = {
  readonly name: string;
  readonly nameSorbian?: string | undefined;
  readonly phone?: string | undefined;
  readonly logo?: string | undefined;
};

/** What a visitor or a signed-in person finds at the top. */
export type Account =
  | { readonly signIn: string }
  | {
      readonly name: string;
      readonly mine: string;
      readonly office?: string | undefined;
      readonly signOut: string;
    };

export type Search = { readonly action: string; readonly value?: string | undefined };

export type HeaderProps = {
  readonly ctx: Reader;
  readonly town: Town;
  /** Path and query of this page: the language links lead back to it. */
  readonly address: string;
  readonly menu: readonly Link[];
  readonly languages: readonly string[];
  readonly account?: Account | undefined;
  readonly search?: Search | undefined;
  /** The office: slimmer, with a search field in the header. */
  readonly desk?: boolean | undefined;
  /** Whether this is a demonstration with invented people. */
  readonly demo?: boolean | undefined;
};

const languageNames: Readonly<Record<string, { readonly label: string; readonly lang: string }>> = {
  de: { label: "Deutsch", lang: "de" },
  hsb: { label: "Serbsce", lang: "hsb" },
  "de-x-easy": { label: "Leichte Sprache", lang: "de" },
  en: { label: "English", lang: "en" },
};

const Brand = ({ ctx, town }: Pick<HeaderProps, "ctx" | "town">) => (
  <a class="al-brand" href="/">
    {town.logo ? <img src={town.logo} alt="" width="40" height="40" /> : <Mark />}
    <span>
      <b>{say(ctx)("product")}</b>
      <span>
        {town.name}
        {town.nameSorbian && (
          <>
            {" · "}
            <span lang="hsb">{town.nameSorbian}</span>
          </>
        )}
      </span>
    </span>
  </a>
);

const Languages = ({ ctx, address, languages }: Pick<HeaderProps, "ctx" | "address" | "languages">) => (
  <nav class="al-lang" aria-label={say(ctx)("languages")}>
    {languages.map((code) => {
      const { label, lang } = languageNames[code] ?? { label: code, lang: code };
      return (
        <a
          href={withParameter(address, "sprache", code)}
          lang={lang}
          hreflang={code}
          rel="nofollow"
          aria-current={code === ctx.language ? "true" : undefined}
        >
          {label}
        </a>
      );
    })}
  </nav>
);

const MenuItems = ({ links }: { links: readonly Link[] }) => (
  <ul>
    {links.map(({ href, label, current }) => (
      <li>
        <a href={href} aria-current={current ? "page" : undefined}>
          {label}
        </a>
      </li>
    ))}
  </ul>
);

/** As many words as a phone shows in two or three lines. */
const mostAtOnce = 8;

/** The menu: what is used every day is always there, the rest one click away; where one is always shows. */
const Menu = ({ ctx, menu }: Pick<HeaderProps, "ctx" | "menu">) => {
  const rest = menu.slice(mostAtOnce).filter(({ current }) => !current);
  return (
    <nav class="al-nav" aria-label={say(ctx)("navigation")}>
      <MenuItems links={menu.filter((link) => !rest.includes(link))} />
      {rest.length > 0 && (
        <details class="al-nav__more">
          <summary>{say(ctx)("moreMenu")}</summary>
          <MenuItems links={rest} />
        </details>
      )}
    </nav>
  );
};

const AccountLinks = ({ ctx, account, desk }: Pick<HeaderProps, "ctx" | "desk"> & { account: Account }) => {
  if ("signIn" in account) return <a href={account.signIn}>{say(ctx)("signIn")}</a>;
  return (
    <>
      {desk ? <span class="al-account__name">{account.name}</span> : null}
      <a href={account.mine}>{desk ? say(ctx)("mine") : account.name}</a>
      {account.office && !desk && <a href={account.office}>{say(ctx)("office")}</a>}
      <form method="post" action={account.signOut}>
        <button class="al-link" type="submit">
          {say(ctx)("signOut")}
        </button>
      </form>
    </>
  );
};

/** The search field of the desk: the quickest way from a name on the phone to its file. */
const SearchField = ({ ctx, search }: { ctx: Reader; search: Search }) => (
  <search class="al-search">
    <form action={search.action}>
      <label class="al-hidden" for="suche">
        {say(ctx)("search")}
      </label>
      <input id="suche" name="q" type="search" value={search.value} placeholder={say(ctx)("searchHint")} />
    </form>
  </search>
);

const Help = ({ ctx, phone }: { ctx: Reader; phone: string }) => (
  <a class="al-help" href={telephone(phone)}>
    <span class="al-help__long">{say(ctx)("help")}&nbsp;</span>
    {phone}
  </a>
);

/** Town, languages, help and the few words of the menu, all visible at every width. */
export const Header = (props: HeaderProps) => {
  const { ctx, town, account, search, desk, demo, menu, languages } = props;
  const accountPart = account && (
    <nav class="al-account" aria-label={say(ctx)("account")}>
      {search && !desk && <a href={search.action}>{say(ctx)("search")}</a>}
      <AccountLinks ctx={ctx} account={account} desk={desk} />
    </nav>
  );
  return (
    <header class="al-top">
      {demo && (
        <p class="al-demo">
          <span class="al-wrap">{say(ctx)("demo")}</span>
        </p>
      )}
      <div class="al-wrap al-top__row">
        <Brand ctx={ctx} town={town} />
        {desk && search && <SearchField ctx={ctx} search={search} />}
        {!desk && languages.length > 1 && <Languages {...props} />}
        {!desk && town.phone && <Help ctx={ctx} phone={town.phone} />}
        {desk && accountPart}
      </div>
      {(menu.length > 0 || !desk) && (
        <div class="al-wrap al-top__menu">
          {menu.length > 0 && <Menu ctx={ctx} menu={menu} />}
          {!desk && accountPart}
        </div>
      )}
    </header>
  );
};

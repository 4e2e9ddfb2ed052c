import type { ComponentChildren } from "preact";
import { Header, type HeaderProps, type Town } from "./header.tsx";
import { type Link, telephone } from "./link.ts";
import { type Reader, say } from "./messages.ts";

/** Addresses of what the page needs; names carry a hash of the content, so they may be kept for ever. */
export type Assets = {
  readonly css: string;
  readonly js: string;
  readonly fonts: readonly string[];
  /** The town's colors, see `townStyles`. */
  readonly town?: string | undefined;
  readonly icon?: string | undefined;
  /** The scripts of single pages, by name. */
  readonly scripts?: Readonly<Record<string, string>> | undefined;
};

export type Footer = {
  readonly address: readonly string[];
  readonly hours?: string | undefined;
  readonly links: readonly Link[];
};

export type FrameProps = HeaderProps & {
  readonly title: string;
  readonly description?: string | undefined;
  readonly assets: Assets;
  /** The way here, without the front page; the last one is this page. */
  readonly crumbs?: readonly Link[] | undefined;
  /** The page shows a form again because something was wrong: its title says so first. */
  readonly failed?: boolean | undefined;
  /** Not for search engines. */
  readonly hidden?: boolean | undefined;
  /** A feed of what this page lists. */
  readonly feed?: { readonly href: string; readonly type: string; readonly title: string } | undefined;
  readonly footer?: Footer | undefined;
  /** A script of its own that only adds to this page. */
  readonly script?: string | undefined;
  readonly children?: ComponentChildren;
};

const OwnScript = ({ assets, script }: Pick<FrameProps, "assets" | "script">) => {
  const src = script && assets.scripts?.[script];
  return src ? <script type="module" src={src} data-worker={assets.scripts?.[`${script}-worker`]} /> : null;
};

const Head = (props: FrameProps) => {
  const { ctx, title, description, assets, town, failed, hidden, feed } = props;
  const words = say(ctx);
  const name = failed ? words("failedTitle", { title }) : title;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{words("titleOf", { title: name, product: words("product"), town: town.name })}</title>
      {description && <meta name="description" content={description} />}
      {hidden && <meta name="robots" content="noindex" />}
      {feed && <link rel="alternate" type={feed.type} title={feed.title} href={feed.href} />}
      {assets.fonts.map((font) => (
        <link rel="preload" as="font" type="font/woff2" href={font} crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={assets.css} />
      {assets.town && <link rel="stylesheet" href={assets.town} />}
      {assets.icon && <link rel="icon" type="image/svg+xml" href={assets.icon} />}
      {assets.js && <script type="module" src={assets.js} />}
      <OwnScript {...props} />
    </head>
  );
};

const Breadcrumb = ({ ctx, crumbs }: { ctx: Reader; crumbs: readonly Link[] }) => (
  <nav class="al-crumb" aria-label={say(ctx)("breadcrumb")}>
    <ol>
      <li>
        <a href="/">{say(ctx)("start")}</a>
      </li>
      {crumbs.map(({ href, label }, index) => (
        <li aria-current={index === crumbs.length - 1 ? "page" : undefined}>
          {index === crumbs.length - 1 ? label : <a href={href}>{label}</a>}
        </li>
      ))}
    </ol>
  </nav>
);

const Links = ({ links }: { links: readonly Link[] }) => (
  <ul>
    {links.map(({ href, label, lang }) => (
      <li>
        <a href={href} lang={lang}>
          {label}
        </a>
      </li>
    ))}
  </ul>
);

type FootProps = {
  readonly ctx: Reader;
  readonly town: Town;
  readonly footer: Footer;
  readonly desk: boolean;
};

const Foot = ({ ctx, town, footer, desk }: FootProps) => {
  const words = say(ctx);
  if (desk) {
    return (
      <footer class="al-foot al-foot--slim">
        <div class="al-wrap">
          <Links links={footer.links} />
        </div>
      </footer>
    );
  }
  return (
    <footer class="al-foot">
      <div class="al-wrap al-foot__grid">
        <div>
          <h2>{words("inPerson")}</h2>
          <p class="al-lines">{[...footer.address, ...(footer.hours ? [footer.hours] : [])].join("\n")}</p>
          {town.phone && (
            <p>
              <a href={telephone(town.phone)}>{town.phone}</a>
            </p>
          )}
        </div>
        <div>
          <h2>{words("withoutInternet")}</h2>
          <p>{words("withoutInternetText")}</p>
        </div>
        <div>
          <h2>{words("aboutPages")}</h2>
          <Links links={footer.links} />
        </div>
      </div>
    </footer>
  );
};

/** The whole document around a page; whoever sends it puts the doctype before it. */
export const Frame = (props: FrameProps) => {
  const { ctx, town, desk, crumbs, footer, children } = props;
  return (
    <html lang={ctx.language}>
      <Head {...props} />
      <body class={desk ? "p-desk" : undefined}>
        <a class="al-skip" href="#inhalt">
          {say(ctx)("skip")}
        </a>
        <Header {...props} />
        <main id="inhalt" class="al-wrap al-main" tabIndex={-1}>
          {crumbs && crumbs.length > 0 && <Breadcrumb ctx={ctx} crumbs={crumbs} />}
          {children}
        </main>
        {footer && <Foot ctx={ctx} town={town} footer={footer} desk={desk === true} />}
      </body>
    </html>
  );
};

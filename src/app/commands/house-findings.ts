import { createTransport } from "nodemailer";
import { system } from "#core/actor.ts";
import type { Place } from "#core/context.ts";
import type { Database } from "#core/db.ts";
import { during } from "#core/during.ts";
import type { Settings } from "#core/env.ts";
import { listHolders } from "#modules/people/queries.ts";
import { listPlaces, missingLegalNotice } from "#modules/places/queries.ts";
import { broken, type Finding, odd, well } from "./finding.ts";

const patience = 5_000;

const mail = async ({ SMTP_URL, MAIL_FROM }: Settings): Promise<Finding[]> => {
  const about = "Mail";
  if (!SMTP_URL)
    return [
      odd(about, "no mail leaves the house; it is kept at /buero/postausgang", "Set SMTP_URL and MAIL_FROM."),
    ];
  const sender = MAIL_FROM ? [] : [odd(about, "has no sender of its own", "Set MAIL_FROM.")];
  const transport = createTransport({
    url: SMTP_URL,
    dnsTimeout: patience,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
  try {
    await transport.verify();
    return [well(about, `${new URL(SMTP_URL).host} takes mail`), ...sender];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [
      broken(
        about,
        `${new URL(SMTP_URL).host}: ${why.replace(/\s+/gu, " ")}`,
        "Check SMTP_URL and the mail server.",
      ),
    ];
  } finally {
    transport.close();
  }
};

const address = ({ BASE_URL, NODE_ENV }: Settings): Finding => {
  const about = "Address";
  if (!BASE_URL) return odd(about, "links in mail lead to this machine only", "Set BASE_URL to https://…");
  if (NODE_ENV === "production" && !BASE_URL.startsWith("https:")) {
    return broken(about, `${BASE_URL} is not encrypted`, "End TLS at a proxy and set BASE_URL to https://…");
  }
  return well(about, BASE_URL);
};

const town = (db: Database, place: Place, settings: Settings): Promise<Finding[]> =>
  during(db, { place, actor: system, now: new Date(), language: "en" }, "read only", async (ctx) => {
    const about = `Town ${place.slug}`;
    const missing = await missingLegalNotice(ctx);
    const administrators = await listHolders(ctx, "administrator");
    const findings = [
      ...(missing.length > 0
        ? [
            odd(
              about,
              `cannot publish; its legal notice lacks ${missing.join(", ")}`,
              "Complete it at /buero/einstellungen.",
            ),
          ]
        : []),
      ...(administrators.length === 0
        ? [odd(about, "has no administrator", "Run: anlaufstelle town add with the same slug")]
        : []),
      ...(place.demo && settings.NODE_ENV === "production"
        ? [broken(about, "is an example with people whose password everybody knows", "Use a new database.")]
        : []),
    ];
    return findings.length > 0 ? findings : [well(about, place.demo ? "an example, complete" : "complete")];
  });

/** What the doctor finds in the settings that lead outside. */
export const settingFindings = async (settings: Settings): Promise<Finding[]> => [
  address(settings),
  ...(await mail(settings)),
];

/** What the doctor finds in each town. */
export const townFindings = async (db: Database, settings: Settings): Promise<Finding[]> => {
  const places = await listPlaces(db);
  if (places.length === 0) return [odd("Towns", "there is none yet", "Run: anlaufstelle town add")];
  const findings: Finding[] = [];
  for (const place of places) findings.push(...(await town(db, place, settings)));
  return findings;
};

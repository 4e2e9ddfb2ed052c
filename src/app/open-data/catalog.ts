import type { Context } from "#core/context.ts";
import type { Dataset } from "#core/module.ts";
import { findPlaceSettings } from "#modules/places/queries.ts";
import { type Format, formats, listDatasets, paths, textOf, titleOf } from "./lists.ts";
import { say } from "./messages.ts";
import { lastChanges } from "./queries.ts";

type Settings = Awaited<ReturnType<typeof findPlaceSettings>>;
type Reader = { readonly language: string };

const authority = "http://publications.europa.eu/resource/authority";
const german = "http://dcat-ap.de/def";

const prefixes = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  dcatap: "http://data.europa.eu/r5r/",
  dcatde: `${german}/dcatde/`,
} as const;

const licences: Readonly<Record<string, string>> = {
  "CC0-1.0": `${german}/licenses/cc-zero`,
  "CC-BY-4.0": `${german}/licenses/cc-by/4.0`,
};

const node = (id: string) => ({ "@id": id });
const moment = (at: Date) => ({ "@value": at.toISOString(), "@type": "xsd:dateTime" });

/** A sentence in both languages in which catalogs are read. */
const inBoth = (write: (reader: Reader) => string) =>
  ["de", "en"].map((language) => ({ "@value": write({ language }), "@language": language }));

const publisherOf = (settings: Settings, origin: string) => ({
  "@id": `${origin}/impressum#herausgeber`,
  "@type": "foaf:Agent",
  "foaf:name": settings.legalOperator || settings.officeName || settings.fullName,
});

const contactOf = (settings: Settings) => ({
  "@type": "vcard:Organization",
  "vcard:fn": settings.officeName || settings.fullName,
  ...(settings.officeEmail ? { "vcard:hasEmail": node(`mailto:${settings.officeEmail}`) } : {}),
});

/** Which municipality the data is about, in the two ways that portals look for it. */
const aboutWhere = ({ municipalityKey, fullName }: Settings) => ({
  "dct:spatial": { "@type": "dct:Location", "skos:prefLabel": fullName },
  "dcatde:politicalGeocodingLevelURI": node(`${german}/politicalGeocoding/Level/municipality`),
  ...(municipalityKey
    ? {
        "dcatde:politicalGeocodingURI": node(
          `${german}/politicalGeocoding/municipalityKey/${municipalityKey}`,
        ),
      }
    : {}),
});

const distributionOf = (origin: string, { name, licence }: Dataset, format: Format) => ({
  "@id": `${origin}${paths.file(name, format)}#datei`,
  "@type": "dcat:Distribution",
  "dct:title": inBoth((reader) => `${titleOf(reader, name)} (${formats[format].label})`),
  "dcat:accessURL": node(origin + paths.list),
  "dcat:downloadURL": node(origin + paths.file(name, format)),
  "dct:license": node(licences[licence] ?? `https://spdx.org/licenses/${licence}`),
  "dct:format": node(`${authority}/file-type/${formats[format].label}`),
  "dcat:mediaType": node(`https://www.iana.org/assignments/media-types/${formats[format].type}`),
  "dcatap:availability": node(`${authority}/planned-availability/STABLE`),
});

const idOf = (origin: string, { name }: Dataset): string => `${origin}${paths.list}#${name}`;

const datasetOf = (settings: Settings, origin: string, dataset: Dataset, changed: Date) => ({
  "@id": idOf(origin, dataset),
  "@type": "dcat:Dataset",
  "dct:identifier": idOf(origin, dataset),
  "dct:title": inBoth((reader) => `${titleOf(reader, dataset.name)} (${settings.name})`),
  "dct:description": inBoth((reader) => textOf(reader, dataset.name)),
  "dct:publisher": publisherOf(settings, origin),
  "dcat:contactPoint": contactOf(settings),
  "dct:issued": moment(settings.createdAt),
  "dct:modified": moment(changed),
  "dct:accrualPeriodicity": node(`${authority}/frequency/CONT`),
  "dct:language": node(`${authority}/language/DEU`),
  "dcat:theme": node(`${authority}/data-theme/SOCI`),
  "dcat:landingPage": node(origin + paths.list),
  ...aboutWhere(settings),
  "dcat:distribution": (["json", "csv"] as const).map((format) => distributionOf(origin, dataset, format)),
});

const serviceOf = (settings: Settings, origin: string, datasets: readonly Dataset[]) => ({
  "@id": `${origin}${paths.api}#dienst`,
  "@type": "dcat:DataService",
  "dct:title": inBoth((reader) => say(reader)("apiTitle", { town: settings.name })),
  "dct:publisher": publisherOf(settings, origin),
  "dct:license": node(`${german}/licenses/cc-zero`),
  "dcat:endpointURL": node(`${origin}/api/v1`),
  "dcat:endpointDescription": node(`${origin}/api/openapi.json`),
  "dcat:landingPage": node(origin + paths.api),
  "dcat:servesDataset": datasets.map((dataset) => node(idOf(origin, dataset))),
});

/** The open lists as portals harvest them: DCAT-AP.de 3.0 in JSON-LD. */
export const describeCatalog = async (ctx: Context, origin: string) => {
  const settings = await findPlaceSettings(ctx);
  const changed = await lastChanges(ctx);
  const datasets = listDatasets();
  const changes = datasets.map(({ name }) => changed(name) ?? settings.createdAt);
  return {
    "@context": prefixes,
    "@id": `${origin}${paths.list}#katalog`,
    "@type": "dcat:Catalog",
    "dct:title": inBoth((reader) => say(reader)("catalogTitle", { town: settings.name })),
    "dct:description": inBoth((reader) => say(reader)("lead")),
    "dct:publisher": publisherOf(settings, origin),
    "dct:issued": moment(settings.createdAt),
    "dct:modified": moment(new Date(Math.max(+settings.createdAt, ...changes.map(Number)))),
    "dct:language": node(`${authority}/language/DEU`),
    "dct:license": node(`${german}/licenses/cc-zero`),
    "foaf:homepage": node(origin + paths.list),
    "dcat:themeTaxonomy": node(`${authority}/data-theme`),
    "dcat:dataset": datasets.map((dataset) =>
      datasetOf(settings, origin, dataset, changed(dataset.name) ?? settings.createdAt),
    ),
    "dcat:service": serviceOf(settings, origin, datasets),
  };
};

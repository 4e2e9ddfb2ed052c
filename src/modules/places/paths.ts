export const paths = {
  settings: "/buero/einstellungen",
  townStyles: (version: string) => `/assets/stadt-${version}.css`,
} as const;

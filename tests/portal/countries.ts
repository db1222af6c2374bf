// The countries in the practice pages' selectors: name and calling code, in English on every page,
// as often seen on the real ones.

export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly region: string;
  readonly name: string;
  readonly callingCode: number;
}

export const COUNTRIES: readonly Country[] = (
  [
    ["AR", "Argentina", 54],
    ["AU", "Australia", 61],
    ["AT", "Austria", 43],
    ["BE", "Belgium", 32],
    ["BR", "Brazil", 55],
    ["CA", "Canada", 1],
    ["CN", "China", 86],
    ["CI", "Côte d'Ivoire", 225],
    ["DK", "Denmark", 45],
    ["EG", "Egypt", 20],
    ["FI", "Finland", 358],
    ["FR", "France", 33],
    ["DE", "Germany", 49],
    ["IN", "India", 91],
    ["IE", "Ireland", 353],
    ["IL", "Israel", 972],
    ["IT", "Italy", 39],
    ["JP", "Japan", 81],
    ["KZ", "Kazakhstan", 7],
    ["KR", "Korea, Republic of", 82],
    ["MX", "Mexico", 52],
    ["NL", "Netherlands", 31],
    ["NZ", "New Zealand", 64],
    ["NO", "Norway", 47],
    ["PL", "Poland", 48],
    ["PT", "Portugal", 351],
    ["RU", "Russia", 7],
    ["SA", "Saudi Arabia", 966],
    ["SG", "Singapore", 65],
    ["ES", "Spain", 34],
    ["SE", "Sweden", 46],
    ["CH", "Switzerland", 41],
    ["TW", "Taiwan", 886],
    ["AE", "United Arab Emirates", 971],
    ["GB", "United Kingdom", 44],
    ["US", "United States", 1],
    ["VN", "Vietnam", 84],
  ] as const
).map(([region, name, callingCode]) => ({ region, name, callingCode }));

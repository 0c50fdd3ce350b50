/** How many digits a currency has after the point, where it is not two. */
const unusual: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};
const usual = `
  AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU
  CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES
  KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR
  NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
  TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG
`;
const USUAL_EXPONENT = 2;

/**
 * The exponents of ISO 4217: of which power of ten a minor unit is the part. `Intl` knows how many digits people print
 * today, which for COP, HUF, IDR or PKR is none: with it every amount would be a hundred times what banks mean.
 */
export const currencies: ReadonlyMap<string, number> = new Map([
  ...codesIn(usual).map((code): [string, number] => [code, USUAL_EXPONENT]),
  ...Object.entries(unusual).flatMap(([exponent, codes]) =>
    codesIn(codes).map((code): [string, number] => [code, Number(exponent)]),
  ),
]);

/** Of a currency that is no longer in use the usual one, so that what was kept in it can still be shown. */
export function exponentOf(currency: string): number {
  return currencies.get(currency) ?? USUAL_EXPONENT;
}

function codesIn(text: string): string[] {
  return text.trim().split(/\s+/);
}

import { digitsOf } from '@mycelium/kit/masks';
import { type CountryCode, type NumberType, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A phone number as it is dialled from anywhere. */
export interface ReadPhone {
  /** E.164, with the extension as in RFC 3966: +13235550142;ext=417. */
  value: string;
  warning?: 'PREMIUM' | 'NO_COUNTRY';
}

/** Why a text is no phone number; INVALID may be one of another country. */
export interface NoPhone {
  refused: 'INVALID' | 'INVALID_MOBILE' | 'PHONE_LOST_BY_SPREADSHEET';
}

/** What a spreadsheet makes of a long number: its last digits are gone, or nobody can say whether they are. */
const EXPONENT = /^\s*[+-]?\d+(?:[.,]\d*)?E[+-]?\d+\s*$/i;
/** A longer text is no number, nor several. */
const MOST_TEXT = 1_000;
const SEVERAL = /\s*(?:[,;|\n]|:::|\s\/\s)\s*/;
/** The prefix that Mexico's mobiles had until 2019; they are dialled without it. */
const OLD_MEXICAN_MOBILE = /^\+521(?=\d{10}$)/;
/** A digit of another script. */
const FOREIGN_DIGIT = /[^\P{Nd}0-9]/gu;
/** A Brazilian mobile of before the ninth digit came. */
const OLD_BRAZILIAN_MOBILE = /^\+55(\d{2})([6-9]\d{7})$/;

/**
 * The phone numbers in a text, which are several where each of its parts is one. Numbering plans are those of
 * libphonenumber; 00 is read as +, and Mexico's old mobile prefix is left out.
 */
export function readPhones(text: string, country?: CountryCode): (ReadPhone | NoPhone)[] {
  if (text.length > MOST_TEXT) return [{ refused: 'INVALID' }];
  const parts = text.split(SEVERAL).filter((part) => part.trim() !== '');
  if (parts.length > 1) {
    const all = parts.map((part) => readPhone(part, country));
    if (all.every(isPhone)) return all;
  }
  return [readPhone(text, country)];
}

export function isPhone(phone: ReadPhone | NoPhone): phone is ReadPhone {
  return 'value' in phone;
}

/** Whether a text that is no number anywhere that we know may be one all the same: it has enough digits, however they are grouped. */
export function mayBePhone(text: string): boolean {
  return digitsOf(text.normalize('NFKC')).length >= 3;
}

/** The numbers under which the owner of this one may have been written down elsewhere, itself first. */
export function variantsOf(value: string): string[] {
  const [number = ''] = value.split(';');
  const [, area, subscriber] = OLD_BRAZILIAN_MOBILE.exec(number) ?? [];
  if (area) return [number, `+55${area}9${subscriber}`];
  const newer = /^\+55(\d{2})9([6-9]\d{7})$/.exec(number);
  return newer ? [number, `+55${newer[1]}${newer[2]}`] : [number];
}

function readPhone(text: string, country?: CountryCode): ReadPhone | NoPhone {
  if (EXPONENT.test(text)) return { refused: 'PHONE_LOST_BY_SPREADSHEET' };
  const dialled = text
    .normalize('NFKC')
    .trim()
    .replace(/^00(?=\s*[1-9])/, '+');
  const number = parsePhoneNumberFromString(dialled.replaceAll(FOREIGN_DIGIT, digitsOf), country);
  if (!number) return { refused: 'INVALID' };
  if (OLD_BRAZILIAN_MOBILE.test(number.number)) return { refused: 'INVALID_MOBILE' };
  const value = number.number.replace(OLD_MEXICAN_MOBILE, '+52');
  // Only a valid number has a type. Finding it takes as long as reading the number, so it is asked for once.
  const type = number.getType();
  if (!type && !isValid(value)) return { refused: 'INVALID' };
  return { value: number.ext ? `${value};ext=${number.ext}` : value, ...warningOf(type, number) };
}

function isValid(value: string): boolean {
  return parsePhoneNumberFromString(value)?.isValid() ?? false;
}

function warningOf(type: NumberType, number: PhoneNumber): Pick<ReadPhone, 'warning'> {
  if (type === 'PREMIUM_RATE') return { warning: 'PREMIUM' };
  return number.isNonGeographic() ? { warning: 'NO_COUNTRY' } : {};
}

import type { ContactField, Meaning } from './meaning.ts';

/**
 * What people and programs call a column, without accents and signs, in English, Spanish, Turkish, German and French. What is
 * NAMED says also which of several numbers it is.
 */
const words: readonly [ContactField, string, 'NAMED'?][] = [
  [
    'NAME',
    'name, full name, display name, contact, contact name, nombre, nombre completo, contacto, ad soyad, adi soyadi, isim, isim soyisim, vollstandiger name, nom complet',
  ],
  [
    'GIVEN_NAME',
    'first name, given name, firstname, forename, primer nombre, nombre de pila, ad, adi, vorname, prenom',
  ],
  ['MIDDLE_NAME', 'middle name, segundo nombre, ikinci ad, ikinci adi, weitere vornamen, deuxieme prenom'],
  [
    'FAMILY_NAME',
    'last name, family name, lastname, surname, apellido, apellidos, soyad, soyadi, soyisim, nachname, familienname, nom, nom de famille',
  ],
  ['NAME_SUFFIX', 'suffix, name suffix, sufijo, sonek, suffixe'],
  [
    'COMPANY',
    'company, company name, organization, organisation, organization name, business, empresa, compania, organizacion, sirket, sirket adi, firma, firma adi, kurum, unternehmen, societe, entreprise',
  ],
  ['DEPARTMENT', 'department, departamento, departman, bolum, abteilung, service'],
  ['ROLE', 'job title, role, position, puesto, cargo, unvan, gorev, is unvani, gorevi, funktion, poste, fonction'],
  [
    'MAIL',
    'e mail, email, mail, e mail address, email address, correo, correo electronico, e posta, eposta, e posta adresi, e mail adresse, adresse de messagerie, adresse e mail, courriel',
  ],
  [
    'PHONE',
    'phone, phone number, telephone, tel, telefono, numero de telefono, telefon, telefon numarasi, telefon no, telefonnummer, numero de telephone',
  ],
  [
    'PHONE',
    'mobile, mobile phone, mobile number, cell, cell phone, celular, movil, telefono movil, telefono celular, cep, cep telefonu, gsm, mobiltelefon, handy, tel mobile, telephone mobile, portable',
    'NAMED',
  ],
  [
    'PHONE',
    'home phone, business phone, work phone, other phone, primary phone, company main phone, car phone, home fax, business fax, other fax, fax, telefono de casa, telefono del trabajo, telefono particular, ev telefonu, is telefonu, faks, telefon privat, telefon geschaftlich, telefon firma, weiteres telefon, fax geschaftlich, fax privat, telephone domicile, telephone bureau, telecopie bureau',
    'NAMED',
  ],
  [
    'STREET',
    'street, address, street address, street name, direccion, calle, domicilio, adres, sokak, cadde, strasse, adresse, anschrift, rue',
  ],
  ['CITY', 'city, town, ciudad, municipio, localidad, sehir, il, ort, stadt, ville'],
  [
    'POSTAL_CODE',
    'postal code, post code, postcode, zip, zip code, codigo postal, c p, cp, posta kodu, postleitzahl, plz, code postal',
  ],
  ['REGION', 'state, province, region, estado, provincia, ilce, bolge, bundesland, departement'],
  ['COUNTRY', 'country, country region, pais, pais o region, ulke, ulke bolge, land, land region, pays, pays region'],
  [
    'TAGS',
    'tags, tag, labels, categories, category, groups, etiquetas, etiqueta, categorias, categoria, grupos, etiketler, etiket, kategoriler, kategori, gruplar, kategorien, kategorie, schlagworte, categories, etiquettes',
  ],
  [
    'NOTES',
    'notes, note, comments, remarks, notas, nota, comentarios, observaciones, notlar, not, aciklama, notizen, bemerkungen, remarques',
  ],
  [
    'BIRTHDAY',
    'birthday, date of birth, birth date, cumpleanos, fecha de nacimiento, dogum gunu, dogum tarihi, geburtstag, geburtsdatum, anniversaire, date de naissance',
  ],
  ['OWNER', 'owner, contact owner, account owner, responsable, propietario, sorumlu, sahibi, zustandig'],
  ['STAGE', 'stage, lifecycle stage, etapa, asama'],
  ['EXTERNAL_ID', 'id, record id, contact id'],
  ['UNSUBSCRIBED', 'unsubscribed, opted out, opt out, do not contact, do not email, no contactar'],
  ['PRIVATE', 'private, privado, ozel, privat, prive'],
];
const meanings = new Map(
  words.flatMap(([field, list, isNamed]) => list.split(', ').map((word) => [word, { field, isNamed }] as const)),
);

/** Outlook's columns of one address have its name before or after. */
const ADDRESS_BEFORE = /^(business|home|other) (street|city|postal code|state|country region|country)$/;
const ADDRESS_AFTER =
  /^(strasse|ort|postleitzahl|region|land region|rue|ville|code postal|pays region) (geschaftlich|privat|weitere|weiterer|weiteres|weitere adresse|bureau|domicile|autre)$/;
const MAIL = /^(?:e mail|e posta)(?: (\d))? (address|type|display name|adresse|typ)$/;

/** What a column means by its name alone. */
export function headerWords(column: string): Meaning | undefined {
  const name = foldHeader(column);
  const [, mail, facet] = MAIL.exec(name) ?? [];
  if (facet === 'type' || facet === 'typ') return { field: 'MAIL_TYPE', group: `mail ${mail ?? 1}` };
  if (facet === 'address' || facet === 'adresse') return { field: 'MAIL', group: `mail ${mail ?? 1}` };
  const [, before, part] = ADDRESS_BEFORE.exec(name) ?? [];
  if (before && part) return addressPart(part, before, column);
  const [, first, after] = ADDRESS_AFTER.exec(name) ?? [];
  if (first && after) return addressPart(first, after, column);
  const meaning = meanings.get(name.replace(/ \d$/, ''));
  if (!meaning) return undefined;
  return meaning.isNamed ? { field: meaning.field, label: column.trim() } : { field: meaning.field };
}

function addressPart(part: string, group: string, column: string): Meaning | undefined {
  const field = meanings.get(part)?.field;
  const label = column.split(' ').find((word) => foldHeader(word) === group) ?? group;
  return field && { field, group, label };
}

/** A name without what people write differently: accents, signs, the size of letters, the two i of Turkish. */
function foldHeader(column: string): string {
  const folded = column.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return folded
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

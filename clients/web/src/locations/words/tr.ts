import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const location: Here['location'] = {
  new: 'Yeni şube',
  create: 'Şube aç',
  saved: '{{name}} kaydedildi.',
  name: 'Ad',
  address: 'Cadde ve numara',
  city: 'Şehir',
  phone: 'Telefon',
  restaurant: 'Marka',
  taxCountry: 'Vergi ülkesi',
  taxCountryHint: 'Bir ülkenin olağan vergilerini önerir. Geçerli olanlar Vergiler sayfasındadır.',
  smallestCoin: 'En küçük madeni para',
  notRounded: 'Nakit yuvarlanmaz',
  receiptHead: 'Fişlerin başlığı',
  receiptHint: 'En çok {{lines}} satır, satır başına {{characters}} karakter.',
  receiptPreview: 'Fişler böyle başlar',
  close: 'Şubeyi kapat',
  isClosed: '{{name}} kapatıldı. Siparişleri duruyor.',
  reopen: 'Yeniden aç',
  isReopened: '{{name}} yeniden açıldı.',
  closedText: 'Kapalı. Burada satış yapılamaz; satılanlar {{name}} markasında kalır.',
  state: {
    open: 'Açık',
    closed: 'Kapalı',
  },
  of: '{{name}} şubeleri',
  noneTitle: '{{name}} markasının henüz şubesi yok',
  noneText: 'Satış yapmak için bir şube açın: siparişler, terminaller ve mutfaklar bir şubeye aittir.',
  emptyTitle: 'İşletmeniz burada başlar',
  emptyText: 'Önce bir marka, sonra satış yaptığı şubeleri ekleyin.',
  goneTitle: 'Şube bulunamadı',
  goneText: 'Bu adreste bir şube yok.',
};

const brand: Here['brand'] = {
  title: 'Markalar',
  new: 'Yeni marka',
  create: 'Marka ekle',
  open: 'Adını değiştir ya da kapat: {{name}}',
  name: 'Ad',
  close: 'Markayı kapat',
  closeText: 'Terminallerden ve menülerden kalkar. Satılanlar durur.',
  closeLater_one: '{{count}} şubesi açık. Önce onu kapatın.',
  closeLater_other: '{{count}} şubesi açık. Önce onları kapatın.',
  goneTitle: 'Marka bulunamadı',
  goneText: 'Bu adreste bir marka yok.',
};

const tax: Here['tax'] = {
  title: 'Vergiler',
  new: 'Yeni vergi',
  create: 'Vergi ekle',
  name: 'Ad',
  nameHint: 'Fişlerde göründüğü gibi.',
  percent: 'Yüzde',
  percentHint: '16 ya da 9.5',
  noPercent: '0 ile 100 arasında, en çok 4 ondalıklı bir sayı girin.',
  rate: '%{{percent}}',
  how: 'Fiyatlardaki yeri',
  included: 'Fiyata dahil',
  added: 'Fiyata eklenir',
  onEverything: 'Her şeyde',
  classes: 'Vergi sınıfları',
  classesHint: 'Bu sınıflardaki ürünler. Tümü için boş bırakın.',
  channels: 'Sipariş yolları',
  channelsHint: 'Hepsi için hiçbirini seçmeyin.',
  location: 'Nerede',
  everywhere: 'Tüm şubelerde',
  locationStays: 'Bir verginin geçerli olduğu yer değişmez; başka bir şube için başka bir vergi ekleyin.',
  base: 'Bu vergilerden de alınır',
  baseHint: 'KDV’nin, ÖTV’li fiyat üzerinden alınması gibi.',
  onServiceCharge: 'Servis ücreti de vergilendirilir',
  example: 'Bir örnek',
  examplePrice: 'Menüdeki fiyat',
  exampleIncluded: '{{sum}} fiyatın içinde (%{{percent}})',
  exampleAdded: '{{sum}} eklenir (%{{percent}})',
  exampleBase: '{{taxes}} üzerinden de',
  examplePays: 'Misafirin ödediği',
  remove: 'Vergiyi kaldır',
  removeQuestion: '{{name}} kaldırılsın mı?',
  removeText: 'Alınmış siparişlerde kalır; yenilerinde olmaz.',
  emptyTitle: 'Henüz vergi yok',
  emptyText: 'Fiyatlar menüdeki gibi satılır. Fişlerde ve raporlarda görmek için bir vergi ekleyin.',
  goneTitle: 'Vergi bulunamadı',
  goneText: 'Bu vergi kaldırıldı ya da adres yanlış.',
};

const usual: Here['usual'] = {
  title: 'Olağan vergiler: {{country}}',
  check: 'Fiyata dâhil, 2026 oranlarıdır. Lütfen muhasebecinize danışın.',
  classes: '{{classes}} sınıfındaki ürünlerde',
  holding: 'Burada zaten geçerli: {{taxes}}.',
  add: 'Bu vergileri ekle',
  added: 'Eklendi: {{taxes}}.',
  none: 'Burada henüz vergi yok',
  noneText: '{{country}}: önerilecek tek bir oran yok. Hangi vergilerin gerektiğini muhasebecinize sorun.',
};

export const words = { location, brand, tax, usual } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  createRestaurant: 'Bir marka ekledi',
  updateRestaurant: 'Bir markanın adını değiştirdi',
  closeRestaurant: 'Bir markayı kapattı',
  reopenRestaurant: 'Bir markayı yeniden açtı',
  createLocation: 'Bir şube açtı',
  updateLocation: 'Bir şubeyi değiştirdi',
  closeLocation: 'Bir şubeyi kapattı',
  reopenLocation: 'Bir şubeyi yeniden açtı',
  createTaxRule: 'Bir vergi ekledi',
  updateTaxRule: 'Bir vergiyi değiştirdi',
  removeTaxRule: 'Bir vergiyi kaldırdı',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  location: {
    about: 'Şubeler',
    write: 'Markaları ve şubeleri değiştirme',
  },
};

/** What the log says of what is here, by its type. */
export const told: Texts<typeof toldHere> = {
  noun: {
    Restaurant: 'Marka',
    Location: 'Şube',
    TaxRule: 'Vergi',
  },
  field: {
    Restaurant: {
      name: 'ad',
      closedAt: 'kapanış',
    },
    Location: {
      name: 'ad',
      address: 'adres',
      city: 'şehir',
      phone: 'telefon',
      timeZone: 'saat dilimi',
      currency: 'para birimi',
      dayStart: 'günün başlangıcı',
      taxCountry: 'vergi ülkesi',
      smallestCoin: 'en küçük madeni para',
      receiptHead: 'fiş başlığı',
      closedAt: 'kapanış',
    },
    TaxRule: {
      name: 'ad',
      rate: 'oran',
      inclusive: 'fiyatlara dahil',
      taxClasses: 'vergi sınıfları',
      channels: 'kanallar',
      locationId: 'şube',
      baseIncludes: 'vergilendirdiği vergiler',
      onServiceCharge: 'servis ücretinde',
      removedAt: 'kaldırılma',
    },
  },
  value: {
    TaxRule: {
      channels: {
        DINE_IN: 'Restoranda',
        TAKEAWAY: 'Gel al',
        DELIVERY: 'Eve teslim',
        ONLINE: 'Çevrimiçi',
      },
    },
  },
  sentence: {
    Location: {
      CREATED: '{{who}}, {{name}} şubesini açtı',
      name: '{{who}}, bir şubenin adını değiştirdi: {{before}} → {{after}}',
      closedAt: '{{who}}, {{name}} şubesini kapattı',
      closedAt_none: '{{who}}, {{name}} şubesini yeniden açtı',
    },
    Restaurant: {
      CREATED: '{{who}}, {{name}} markasını ekledi',
      name: '{{who}}, bir markanın adını değiştirdi: {{before}} → {{after}}',
      closedAt: '{{who}}, {{name}} markasını kapattı',
      closedAt_none: '{{who}}, {{name}} markasını yeniden açtı',
    },
    TaxRule: {
      CREATED: '{{who}}, {{name}} vergisini ekledi',
      rate: '{{who}}, {{name}} oranını değiştirdi: {{before}} → {{after}}',
      removedAt: '{{who}}, {{name}} vergisini kaldırdı',
    },
  },
};

import type { Texts } from '../../words/texts.ts';
import type { done as doneHere, words as here, scopes as scopesHere, told as toldHere } from './en.ts';

type Here = Texts<typeof here>;

const access: Here['access'] = {
  presets: 'Amaca göre seçin',
  preset: {
    reader: 'Menüyü gösterir',
    signage: 'Dijital tabela',
    sync: 'Menüyü iki yönlü senkronize eder',
    events: 'Olay alışverişi yapar',
    monitoring: 'İzleme',
  },
  operationsWait_one: '{{name}} için {{count}} API sorgusu onay bekliyor',
  operationsWait_other: '{{name}} için {{count}} API sorgusu onay bekliyor',
  keyExpires: '{{name}} için bir anahtarın süresi yakında doluyor',
  new: 'Yeni API istemcisi',
  create: 'Oluştur',
  saved: '{{name}} kaydedildi.',
  name: 'Ad',
  description: 'Ne için olduğu ve kimin aranacağı',
  application: 'Temsil ettiği uygulama',
  applicationHint: 'Olaylarını aldığı ve yayımladığı uygulama, örneğin SMP',
  scopes: 'Anahtarları ne yapabilir',
  noScope: 'En az birini seçin.',
  limits: 'Sınırlar',
  usual: 'varsayılan',
  perMinute: 'Dakikada API sorgusu',
  perHour: 'Saatte API sorgusu',
  subscriptions: 'Canlı abonelik',
  cost: 'Bir API sorgusunun maliyeti',
  ACTIVE: 'Etkin',
  SUSPENDED: 'Askıda',
  noKey: 'Anahtarı yok',
  suspend: 'Askıya al',
  resume: 'Sürdür',
  remove: 'İstemciyi kaldır',
  removeQuestion: '{{name}} kaldırılsın mı?',
  removeText: 'Anahtarları hemen ve kalıcı olarak sona erer.',
  goneTitle: 'İstemci bulunamadı',
  goneText: 'Bu API istemcisi kaldırılmış ya da adres yanlış.',
  emptyTitle: 'Verilerinizle çalışan başka sistem yok',
  emptyText:
    'Çalışması gereken her biri için bir API istemcisi oluşturun: geçersiz kılabileceğiniz kendi anahtarları olur.',
  keys: 'Anahtarlar',
  noKeys: 'Henüz anahtarı yok, bu yüzden bir şey yapamaz.',
  newKey: 'Yeni anahtar',
  shownOnce: 'Bu anahtarı şimdi kopyalayın. Yalnızca bu kez gösterilir, hiçbir yerde saklanmaz.',
  lastUsed: 'Kullanıldı',
  neverUsed: 'Hiç kullanılmadı',
  ends: '{{at}} tarihinde sona erer',
  rotate: 'Yenile',
  revoke: 'Geçersiz kıl',
  revokeQuestion: '{{prefix}} geçersiz kılınsın mı?',
  revokeText: 'Onu kullanan her şey hemen reddedilir. Geçiş için 24 saatiniz olsun istiyorsanız yenileyin.',
};

const operations: Here['operations'] = {
  title: 'API sorguları',
  broken: 'Reddedilir',
  ended: 'Süresi doldu',
  PENDING: 'Bekliyor',
  APPROVED: 'Onaylandı',
  REJECTED: 'Reddedildi',
  QUERY: 'Okur',
  MUTATION: 'Değiştirir',
  SUBSCRIPTION: 'İzler',
  costs: 'maliyet {{cost}}',
  costsUpTo: 'En fazla {{cost}} tutabilir.',
  assumed:
    'Değişkenlerinin varsayılanlarıyla ve hiçbir şey atlanmadan sayıldı; uzunluğu belirtilmeyen listede on kayıt.',
  needs: 'Gereken yetkiler: {{scopes}}.',
  needsNothing: 'Hiçbir yetki gerekmez.',
  problems: 'Reddedilecek',
  scopeMissing: '“{{scope}}” yetkisi gerekiyor; bu istemcide yok.',
  unfit: 'API şemasında böyle bir alan yok',
  document: 'Belge',
  because: 'Reddedildi: {{reason}}',
  approve: 'Onayla',
  isApproved: '{{name}} artık çalışabilir.',
  reject: 'Reddet',
  isRejected: '{{name}} reddedildi.',
  reason: 'Neden',
  reasonFor: 'İstemciyi yapan bunu okur.',
  remove: 'Kaldır',
  removeQuestion: '{{name}} kaldırılsın mı?',
  removeText: 'İstemci bunu gönderdiğinde hemen reddedilir ve bununla açılmış canlı abonelikler sona erer.',
  download: 'Onaylananları indir',
  waiting_one: '{{count}} bekliyor',
  waiting_other: '{{count}} bekliyor',
  refused_one: '{{count}} reddedilir',
  refused_other: '{{count}} reddedilir',
  goneTitle: 'API sorgusu bulunamadı',
  goneText: 'Bu API sorgusu kaldırılmış ya da adres yanlış.',
  emptyTitle: 'Henüz kaydedilmiş bir şey yok',
  emptyText:
    'Anahtarı olan bir istemci yalnızca kaydedilmiş ve onaylanmış API sorgularını çalıştırabilir. Geliştiricisinin verdiklerini GraphQL dosyaları ya da persisted-documents.json olarak kaydedin; sonra her birine bakıp onaylayın.',
  register: 'Dosyalardan kaydet',
  registered_one: '{{count}} API sorgusu kaydedildi. Bakın, sonra onaylayın.',
  registered_other: '{{count}} API sorgusu kaydedildi. Her birine bakın, sonra onaylayın.',
  notRegistered: '{{name}} kaydedilmedi.',
  unreadable: '{{file}} dosyasında belge yok.',
  notOpened: '{{file}} okunamadı.',
};

const usage: Here['usage'] = {
  title: 'Kim neyi kullanıyor',
  field: 'Alan',
  times_one: '{{times}} kez',
  times_other: '{{times}} kez',
  narrow_one: '{{count}} satır daha. Daraltmak için bir alan yazın.',
  narrow_other: '{{count}} satır daha. Daraltmak için bir alan yazın.',
  nobody: 'Kimse kullanmıyor',
  nobodyText: 'Bu sürede hiçbir istemci böyle bir alan istemedi.',
  emptyTitle: 'Henüz istek yok',
  emptyText:
    'Başka sistemler verilerinizi istedikçe kimin hangi alanı kaç kez ve en son ne zaman kullandığı burada görünür.',
};

const firstCall: Here['firstCall'] = {
  rest: 'REST ile deneyin',
  operation: 'Kayıtlı {{name}} API sorgusunu çalıştırın',
  noOperation:
    'Bu istemci GraphQL ile kendisi için kaydedilip onaylanmış API sorgularını çalıştırabilir; henüz bir şey yok.',
  docs: 'API başvurusu',
  operations: 'API sorguları',
  playground: 'Playground',
};

export const words = { access, operations, usage, firstCall } satisfies Here;

/** What somebody did, by the name of the action in the log. */
export const done: Texts<typeof doneHere> = {
  createApiClient: 'Bir API istemcisi oluşturdu',
  updateApiClient: 'Bir API istemcisini değiştirdi',
  suspendApiClient: 'Bir API istemcisini askıya aldı',
  resumeApiClient: 'Bir API istemcisini sürdürdü',
  removeApiClient: 'Bir API istemcisini kaldırdı',
  createApiKey: 'Bir API anahtarı oluşturdu',
  rotateApiKey: 'Bir API anahtarını yeniledi',
  revokeApiKey: 'Bir API anahtarını geçersiz kıldı',
  registerOperations: 'API sorguları kaydetti',
  approveOperations: 'API sorgularını onayladı',
  rejectOperations: 'API sorgularını reddetti',
  removeOperations: 'API sorgularını kaldırdı',
};

/** What keys may do here, and what that is about. */
export const scopes: Texts<typeof scopesHere> = {
  upload: {
    about: 'Dosyalar',
    write: 'Dosya yükleme',
  },
};

/** What the log says of what is here, by its type. */
export const told: Texts<typeof toldHere> = {
  noun: {
    ApiClient: 'API istemcisi',
    ApiKey: 'API anahtarı',
    RegisteredOperation: 'API sorgusu',
  },
  field: {
    ApiClient: {
      name: 'ad',
      description: 'açıklama',
      scopes: 'yetkiler',
      application: 'uygulama',
      status: 'durum',
      limits: 'sınırlar',
      perMinute: 'dakikada API sorgusu',
      perHour: 'saatte API sorgusu',
    },
    ApiKey: {
      note: 'not',
      expiresAt: 'bitiş',
      revokedAt: 'geçersiz kılındı',
    },
  },
  value: {
    ApiClient: {
      status: {
        ACTIVE: 'etkin',
        SUSPENDED: 'askıda',
      },
    },
  },
  sentence: {
    ApiClient: {
      CREATED: '{{who}}, {{name}} API istemcisini oluşturdu',
      REMOVED: '{{who}}, {{name}} API istemcisini sildi',
      name: '{{who}}, bir API istemcisinin adını değiştirdi: {{before}} → {{after}}',
      scopes: '{{who}}, {{name}} API istemcisinin yetkilerini değiştirdi',
      status_ACTIVE: '{{who}}, {{name}} API istemcisini yeniden açtı',
      status_SUSPENDED: '{{who}}, {{name}} API istemcisini askıya aldı',
    },
    ApiKey: {
      CREATED: '{{who}}, {{name}} API anahtarını oluşturdu',
      revokedAt: '{{who}}, {{name}} API anahtarını geçersiz kıldı',
      expiresAt: '{{who}}, {{name}} API anahtarının bitişini değiştirdi',
    },
  },
};

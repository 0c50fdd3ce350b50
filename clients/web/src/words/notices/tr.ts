import type { Words } from '../en.ts';

export const notices: Words['notices'] = {
  title: 'Bildirimler',
  unread_one: 'Bildirimler, {{count}} okunmamış',
  unread_other: 'Bildirimler, {{count}} okunmamış',
  isUnread: 'Okunmadı:',
  readAll: 'Tümünü okundu say',
  emptyTitle: 'Yeni bir şey yok',
  emptyText:
    'Başarısız olan bir senkronizasyon ya da süresi yakında dolacak bir anahtar gibi, sizi gerektiren bir şey olduğunda burada görünür.',
  webhook: 'Bir webhook',
  kind: {
    alert_raised: { title: '{{alert}}', text: '{{where}}. Sorunun ne olduğuna ve ne yapılabileceğine bakın.' },
    alert_recovered: { title: 'Düzeldi: {{alert}}', text: '{{where}} normale döndü.' },
    sync_failed: {
      title: '{{product}} senkronizasyonu başarısız oldu',
      text: 'Menü değişikliklerinin tümü oraya ulaşmadı.',
    },
    sync_waiting: {
      title: '{{product}} senkronizasyonu onayınızı bekliyor',
      text: 'Çok şey kaldıracak. Sürdürün ya da iptal edin.',
    },
    api_key_expiring: {
      title: '{{client}} için bir anahtarın süresi yakında doluyor',
      text: '{{key}} anahtarının süresi dolacak: {{at}}. Yeni bir tane oluşturun.',
    },
    invitation_accepted: { title: '{{name}} davetinizi kabul etti', text: 'Artık sizinle çalışabilir.' },
    pin_locked: {
      title: '{{name}}: çok fazla yanlış PIN',
      text: 'Orada bir süre PIN girilemez. Yanlışlıkla olduysa yeniden izin verin.',
    },
    pin_reset: {
      title: 'PIN’iniz sıfırlandı',
      text: 'Yenisini sıfırlayandan isteyin. Burada başka bir PIN seçebilirsiniz.',
    },
    activity_due: {
      title: '{{title}}',
      text: 'Son tarih: {{at}}.',
      text_late: 'Son tarih: {{at}}. Platform çalışmadığı için bu hatırlatma geç geldi.',
    },
    activity_overdue: {
      title: 'Gecikti: {{title}}',
      text: 'Son tarihi {{at}} idi.',
      text_late: 'Son tarihi {{at}} idi. Platform çalışmadığı için bu bildirim geç geldi.',
    },
    activity_assigned: {
      title: 'Size verildi: {{title}}',
      text: 'Ne yapılacağına ve ne zamana kadar yapılacağına bakın.',
    },
    note_mentioned: { title: '{{name}} bir notta sizden bahsetti', text: '{{text}}' },
  },
  /** What alerts are called, by their rule. */
  alert: {
    SUCCESS_RATE: 'Başarı oranı düşük',
    PENDING_AGE: 'Olaylar çok uzun bekliyor',
    FAILED_EVENTS: 'Çok fazla başarısızlık',
    CHANNEL_STOPPED: 'Bir kanal durdu',
    BREAKER_OPEN: 'Bir uygulama hata veriyor',
    WEBHOOK_DISABLED: 'Bir webhook durduruldu',
    WEBHOOK_FULL: 'Bir webhook için çok fazla olay bekliyor',
    SCREEN_OFFLINE: 'Bir ekran çevrimdışı',
    SYNC_FAILED: 'Bir senkronizasyon başarısız oluyor',
  },
  /** What an alert says that is about a thing. */
  thing: {
    SCREEN_OFFLINE: {
      raised: '"{{name}}" ekranı çevrimdışı; başlangıç: {{since}}',
      recovered: '"{{name}}" ekranı artık çevrimdışı değil',
      text: 'Elektriğini ve ağ bağlantısını kontrol edin.',
    },
    SYNC_FAILED: {
      raised: '{{name}} senkronizasyonu başarısız oluyor; başlangıç: {{since}}',
      recovered: '{{name}} senkronizasyonu artık başarısız değil',
      text: 'Menü değişikliklerinin tümü oraya ulaşmadı.',
    },
  },
};

import type { MetadataRoute } from 'next';

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Troupe',
    short_name: 'Troupe',
    description: 'A cast of AI characters, each with a voice of their own.',
    start_url: '/',
    display: 'standalone',
    background_color: '#120e0b',
    theme_color: '#120e0b',
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: 'Chats', url: '/chat' },
      { name: 'Wallet', url: '/wallet' },
    ],
  };
}

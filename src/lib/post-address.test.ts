import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPostAddress } from './post-address.ts'

test('the address of a post names platform, account and number', () => {
  const pairs: [url: string, platform: string, account: string | null, id: string][] = [
    ['https://x.com/PortsMinistry/status/1702998877665544332?s=20', 'X', 'PortsMinistry', '1702998877665544332'],
    ['https://twitter.com/i/web/status/1702998877665544332', 'X', null, '1702998877665544332'],
    ['https://www.facebook.com/EmbassyOfX/posts/122143879226', 'Facebook', 'EmbassyOfX', '122143879226'],
    ['https://www.facebook.com/EmbassyOfX/posts/some-words/pfbid0aB3', 'Facebook', 'EmbassyOfX', 'pfbid0aB3'],
    ['https://m.facebook.com/story.php?story_fbid=12345&id=99', 'Facebook', null, '12345'],
    ['https://t.me/s/harbour_news/4821', 'Telegram', 'harbour_news', '4821'],
    ['https://www.instagram.com/p/Cx1aBcDeFgH/', 'Instagram', null, 'Cx1aBcDeFgH'],
    ['https://www.tiktok.com/@port.news/video/7279988776655443322', 'TikTok', 'port.news', '7279988776655443322'],
    ['https://www.youtube.com/watch?t=3&v=dQw4w9WgXcQ', 'YouTube', null, 'dQw4w9WgXcQ'],
    ['https://vk.com/wall-12345_678', 'VK', null, '-12345_678'],
    ['https://bsky.app/profile/port.example/post/3kabc', 'Bluesky', 'port.example', '3kabc'],
    ['https://social.example/@harbour/111222333444555666', 'Mastodon', 'harbour', '111222333444555666'],
  ]
  for (const [url, platform, account, id] of pairs) {
    const { at: _, ...post } = readPostAddress(url) ?? {}
    assert.deepEqual(post, { platform, account, id }, url)
  }
})

test('the page of an account, and every other page, is no post', () => {
  for (const url of [
    'https://x.com/PortsMinistry',
    'https://x.com.example/a/status/1',
    'https://www.facebook.com/EmbassyOfX',
    'https://t.me/harbour_news',
    'https://al-manara.example/status/1702998877665544332',
    'ftp://x.com/a/status/1',
    'nonsense',
  ])
    assert.equal(readPostAddress(url), null, url)
})

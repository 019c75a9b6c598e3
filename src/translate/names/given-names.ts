// Given names that are hardly ever another word, in scripts without capitals: where one stands, a person is named.

import { foldWord } from '../../lib/analyse/fold-letters.ts'

const list =
  'محمد أحمد محمود إبراهيم إسماعيل مصطفى يوسف عثمان سليمان فاطمة مريم زينب عائشة ياسين طارق ياسر فيصل هاشم حمزة بشار موسى داود إدريس عبدالله عبدالرحمن خليل رمضان نبيل سلمى ليلى خديجة سمير منير رشيد حسين جعفر ' +
  'عباس ابراهیم اسماعیل مصطفی یوسف لیلا فاطمه زهرا پروین رستم سهراب بهرام داریوش کوروش فرهاد محسن مرتضی مجتبی حسینعلی غلامرضا علیرضا محمدرضا حمیدرضا نادر پرویز منوچهر جمشید هوشنگ بیژن کاوه ' +
  'عبدالغني ملالۍ زرغونه نجیب گلبدین ظاهر داوود'

export const givenNames: ReadonlySet<string> = new Set(list.split(' ').map(foldWord))

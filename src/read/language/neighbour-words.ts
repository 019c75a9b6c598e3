// Words that one of two close neighbours has and the other has not, though both are what the text might be.
// `$` = the whole word, otherwise its beginning; `^…` = anywhere in it.

export type NeighbourRule = {
  /** Profiles that the first list speaks for, and those that the second one does. */
  readonly ones: readonly string[]
  readonly others: readonly string[]
  readonly forOnes: RegExp
  readonly forOthers: RegExp
  /** Log-odds of one word. */
  readonly weight: number
}

export const neighbourRules: readonly NeighbourRule[] = [
  {
    // What the old vowel yat became: the commonest stems show it in nearly every sentence.
    ones: ['sr/Latn'],
    others: ['bs/Latn', 'hr/Latn'],
    weight: 3.5,
    forOnes: stems(`
      vreme$ vremensk mest umest delo$ dela$ delu$ delom$ delov deluje deo$ posle pre$ gde$ ovde$ negde$ nigde$
      uvek$ reč$ reči$ rečim rešen rešav reši dete$ detet deca$ čovek predsed nedelj mesec mesn sledeć svetsk
      svetu$ zahtev lep[aeiou]$ lepih$ hteo$ htel cen[aeu]$ cenam tel[aou]$ mlek bel[aeiou]$ leto$ leta$ letnj
      sneg sever primer mer[aeu]$ merenj smer odeljen vredn verov ver[aeu]$ pobed razume videl voleo$ uspeh uspel
      uspeo$ uspešn napred$ unapred$ bezbed obezbed ponedelj sred[aeu]$ sednic posed promen primen zamen izmen
      namen razmen ceo$ cel[aeiou]$ celokup devoj živeo$ živel dve$ obe$ osetl oseć sećan nemačk rek[aeu]$
      izvešta vešt vest$ vesti$ umetn savet sused podel belež zvezd rešenj odeć nedelje
    `),
    forOthers: stems(`
      vrijem mjest umjest dio$ dijel djel poslije prije$ gdje$ ovdje$ negdje$ nigdje$ uvijek riječ riješ rješ
      dijete djetet djec čovjek predsjed nedjelj mjesec sljede slijede svijet svjet zahtjev lijep ljep htio$
      htjel cijen tijel tjel mlijek bijel ljet snijeg sjever primjer mjer smjer odjel vrijed vjer pobjed razumj
      razumije vidje vidio$ volio$ uspje uspij naprijed unaprijed ponedjelj srijed sjednic posjed promjen
      promijen primjen primijen zamjen zamijen izmjen izmijen namjen namijen razmjen cijel djevoj živje živio$
      dvije$ obje$ osjet osjeć sjeć sjed njemač rijek izvješt izvještaj vješt vijest umjet savjet susjed podjel
      podijel biljež zvijezd odjeć tjed
    `),
  },
  {
    ones: ['hr/Latn'],
    others: ['bs/Latn'],
    weight: 1.5,
    forOnes: stems(`
      tko$ netko$ nitko$ svatko$ tijekom$ glede$ iznimno osobn postotak postotk razin liječni sudac$ suci$ sudca$
      znanstven nogomet tvornic kolodvor pokopan organizir karakterizir definir registrir financij mirovin
      odvjetni vanjskopolit idući iduć istodobn naposljetku uostalom doista gotovo$ nužno posve$ stoga$ nakladni
      knjižnic skladatelj natječaj natjeca momčad vratar čimbeni učinak učinc sukladno zakonik županij
      gradonačelnik dožupan veleposlan zrakoplov postrojb otok$ otoka$ poluoto siječ veljač ožuj travnj svibnj
      lipnj srpnj kolovoz rujn listopad studen prosin tisuć milijun eur[ao]$ kun[ae]$ poduzetni dionic djelatni
      zaposleni tvrtk uporab rab[ie]$ glazb povijes stoljeć tjed priopć izvješć zapravo$ vrhovništ računal zaslon
      tipkovnic prigod blagdan uskrs svećeni kazališ sveučiliš gospodars sustav sigurnos nazoč opći$ opće$
      prosvjed uvjet sudjelova natjecan promet$ primjeric ravnatelj izbornik ljestvic tajni redatelj kisik vodik
      kemij juh[aeu]$ vlak$ kruh$ obitelj uhit potpor vijeć$ hrvat zagreb split rijek[aeiu]$ osijek zadar$ dubrov
      hdz$ hina$ hrt$ prosječno$ promatra otežava uporno$ ratišt
    `),
    forOthers: stems(`
      ko$ neko$ niko$ svako$ tokom$ veoma$ lično ličn procen nivo ljekar sudij naučni fudbal fabri penzij sahranj
      organizov organizova organizuj karakteriš definiš definis registrov finansij advokat istovremeno$ konačno$
      ustvari skoro$ neophod bibliotek kompozitor konkurs takmič golman faktor uticaj utica skladu$ kantonaln
      ambasad vazduh jedinic ostrv januar februar mart$ marta$ april maj$ maja$ juni$ juna$ juli$ jula$ august
      avgust septemb oktob novemb decemb hiljad milion milijard preduze budžet muzi histor vijek$ vijeka$ sedmi
      saopć izvještaj kompjuter praznik bajram ramazan džami imam pozoriš univerzit ekonoms sistem prisutn opšt
      protest uslov učestvov učesni saradn sarađ saobraćaj naprimjer direktor tabel režis kiseonik vodonik hemij
      sup[aeu]$ voz$ hljeb porodic uhaps podršk bosn bosan hercegov sarajev tuzl zeni mostar banjalu sda$ snsd$
      fena$ bih$ rs$ posmatra odbran kritik$ realn realizova desiti$ desil deša šolj kahv lahk mehk sahat
      historij dječij istraživač posjeduj izvrš takođe$ uprkos$ prema$ oko$ poslije$ obavje pažnj mišljenj$
      akademik bošnja
    `),
  },
  {
    ones: ['id/Latn'],
    others: ['ms/Latn'],
    weight: 1.6,
    forOnes: stems(`
      bahwa$ karena$ bisa$ berbeda uang$ keuangan rupiah rp$ miliar triliun perusahaan kantor mobil$ sepeda$
      rumahsakit polisi kepolisian gubernur bupati walikota wali$ kabupaten kecamatan kelurahan provinsi
      mahasiswa siswa$ siswi$ universitas senin$ kamis$ jumat$ minggu$ maret$ juni$ juli$ agustus$ desember$
      kemarin$ gratis informasi ujar tutur ungkap jelasnya terkait berbasis kualitas aktivitas kapasitas
      fasilitas identitas mayoritas otoritas komunitas kebutuhan membutuhkan butuh persen sidang wilayah
      kebijakan sedangkan yakni yaitu memiliki punya merupakan digunakan terletak musik televisi elektronik
      kapan$ kenapa gimana banget gak$ nggak enggak cuma$ aja$ dong$ sih$ loh$ kok$ udah$ belum bikin apotek
      bensin listrik diskon ponsel unduh terdakwa jaksa tersangka pukul wib$ anggota$ pekan mantan istri$ efek
      kontribusi kuartal pemain skuat mendatang lewat siprus turki$ pembantaian departemen regulasi tambang
      sumber$ karyawan swasta limbah sampah bencana tewas pasien dokter perawat ekspor impor investasi
      infrastruktur nasabah pedagang lowongan dosen rektor jurusan beasiswa ngobrol bilang bertemu sopir bioskop
      rilis dirilis merilis tayang diperkirakan pernikahan menikah jepang inggris$ jerman$ prancis italia$
      spanyol yunani mesir$ rusia$ ukraina$ tiongkok cina$ selandia eropa samudra samudera$ danau stasiun bandara
      perdagangan$ kerja$ menteri$ militer kudeta ribuan jutaan warga$ rute$ tahap besar$ duta$ konsulat jenderal
      jendral perwakilan organisasi asosiasi produsen konsumen harga$ solar$ beras$ tepung naik$ turun$ haji$
      jamaah tunai visa$ kesepakatan sepakat pasukan damai$ perdamaian pandemi vaksinasi covid komisi konstitusi
      hukum$ korupsi kpk$ dpr$ tni$ polri$ polda polres kapolri kemen kementerian ri$ indonesia jakarta surabaya
      bandung jawa$ sumatra sumatera kalimantan sulawesi bali$ papua rekan$ situs tautan beranda fitur basis$
      proses strategi energi ekonomi$ biaya tarif$ bunga$ saham$ akhir$ awal$ sore$ siang$ besok$ tadi$ nanti$
      molor tenggat jadwal dijadwalkan hari$ berkas gagal$ mengatur
    `),
    forOthers: stems(`
      bahawa$ kerana$ boleh$ berbeza berlainan wang$ kewangan ringgit rm$ sen$ bilion$ trilion syarikat basikal
      motosikal hospital$ polis$ pdrm daerah$ mukim universiti pelajar murid isnin$ khamis$ jumaat$ ahad$ mac$
      jun$ julai$ ogos$ disember$ semalam$ kelmarin percuma maklumat berkata$ beliau katanya$ berkaitan
      berasaskan kualiti aktiviti kapasiti kemudahan identiti majoriti minoriti komuniti keperluan memerlukan
      peratus perbicaraan kawasan dasar manakala iaitu dikenali televisyen muzik bila$ macam$ mana$ sahaja$
      tiada$ hanyalah dah$ awak$ buat$ farmasi petrol elektrik telefon bimbit laman$ tertuduh peguam suspek
      lelaki budak$ ahli$ mesyuarat bekas$ isteri$ kesan$ sumbangan suku$ skuad hadapan$ menerusi cyprus jabatan
      peraturan perlombongan kakitangan sisa$ maut$ pesakit doktor jururawat eksport import$ pelaburan pelabur
      pelanggan peniaga usahawan jawatan$ pensyarah canselor biasiswa berbual berjumpa beritahu tengok pemandu
      pawagam wayang lancar melancarkan ditayangkan dijangka perkahwinan berkahwin jepun british itali$ sepanyol
      greek$ ukraine china$ new$ zealand$ eropah lautan tasik stesen perdana$ tentera rampasan beribu penduduk
      laluan jeneral pertubuhan persatuan pengeluar diesel$ pegawai persetujuan bersetuju keamanan pandemik
      vaksin$ suruhanjaya undang$ rasuah sprm spr$ parlimen dewan$ umno pas$ pkr$ dap$ bersatu$ malaysia melayu
      kuala$ lumpur$ selangor johor kedah kelantan terengganu pahang perak$ perlis sabah sarawak melaka putrajaya
      datuk$ dato tan$ seri$ tun$ agong pautan ciri$ tenaga kos$ kadar faedah$ petang$ esok$ tarikh jadual
      dijadualkan fail$ amaran ralat sebaik$ mahupun sekiranya sungguhpun walaupun lebuh kampung bandar$ rakyat
      kerajaan belanjawan cukai fokus$ tempatan ibubapa kanak cuti lapan$ baharu$ timbalan pengerusi pengarah
      setiausaha jawatankuasa takziah mangsa kemalangan pecah$ saman
    `),
  },
  {
    ones: ['nn/Latn'],
    others: ['nb/Latn'],
    weight: 1.8,
    forOnes: stems(`
      ikkje$ eg$ ho$ kva$ kven$ kvar$ kvart$ korleis$ kvifor$ kor$ frå$ noko$ nokon$ nokre$ mykje$ berre$ vart$
      vert$ vore$ vere$ gjere$ gjer$ dei$ deira$ sjølv meir$ fleire$ ein$ eit$ eitt$ einaste attende$
      medan$ saman$ no$ då$ difor$ heile$ tidlegare seinare$ høg$ kjem$ seier$ skriv$ skule veke$ veker$ sjå$
      høyr byrja fekk$ gjekk$ anna$ hjå$ ^leg$ ^lege$ tek$ ^ane$ ^heit$ ^inga$ ^ingane$ ^arane$
      tilgjengeleg mogleg vanleg teikn teke$ tek$ gje$ gjev$ finst$ innhald brukar[ea]?n?e?$ filane$
    `),
    forOthers: stems(`
      ikke$ jeg$ hun$ hva$ hvem$ hver$ hvert$ hvordan$ hvorfor$ hvor$ fra$ noe$ noen$ mye$ bare$ ble$ vært$ være$
      gjøre$ gjør$ deres$ selv$ mer$ flere$ en$ et$ ett$ eneste tilbake$ frem$ mens$ sammen$ nå$ da$ derfor$
      hele$ tidligere senere$ høy$ kommer$ sier$ skriver$ skole uke$ uker$ se$ hør begynt fikk$ gikk$ annet$ hos$
      ^lig$ ^lige$ ^ene$ ^het$ ^heter$ ^ingen$ ^ingene$ ^erne$ ^elsen$ tilgjengelig mulig vanlig forskjellig tegn
      tatt$ tar$ gi$ gir$ finnes$ innhold bruker[en]*$
    `),
  },
  {
    // Tigrinya writes the carrier of a where Amharic writes that of ä, and has throaty letters of its own.
    ones: ['ti/Ethi'],
    others: ['am/Ethi'],
    weight: 2,
    forOnes: stems('^ኣ ^ቐ ^ቑ ^ቒ ^ቓ ^ቕ ^ቖ ^ዅ ^ኽ ^ኾ እዩ$ እያ$ ዘሎ ዝተ ዝነ ዝኾ ናይ$ ካብ$ ናብ$ ምስ$ ድማ$'),
    forOthers: stems('^አ ነው$ ናቸው$ ነበር$ ውስጥ$ ላይ$ ጋር$ ወደ$ እስከ$ ይህ$ የሚ የተ የአ የኢ ^ዎች$ ^ችን$ ^ቸው$ ^ኞች$ ^ዎችን$'),
  },
]

function stems(text: string): RegExp {
  const parts = text.trim().split(/\s+/)
  const inside = parts.filter((part) => part.startsWith('^')).map((part) => part.slice(1))
  const initial = parts.filter((part) => !part.startsWith('^'))
  return new RegExp([`^(?:${initial.join('|')})`, ...inside].join('|'))
}

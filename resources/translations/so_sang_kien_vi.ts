<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AmountEditor</name>
    <message>
        <source>Not understood as an amount. Write for example 35.000.000, 35 triệu or 1,2 tỷ.</source>
        <translation>Chưa hiểu số tiền này. Ghi lại, ví dụ 35.000.000, 35 triệu hoặc 1,2 tỷ.</translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Initiatives to answer</source>
        <translation>Số sáng kiến chờ trả</translation>
    </message>
    <message>
        <source>Initiatives</source>
        <translation>Số sáng kiến</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>{units} units, {number} initiatives</source>
        <translation>{units} đơn vị, {number} sáng kiến</translation>
    </message>
    <message>
        <source>Pass {number} accepted &amp;on to {unit}…</source>
        <translation>Ch&amp;uyển {number} hồ sơ đạt lên {unit}…</translation>
    </message>
    <message>
        <source>Writing the answers into {folder}</source>
        <translation>Đang ghi kết quả vào {folder}</translation>
    </message>
    <message>
        <source>{number} answers are written and read back. The stick can be taken out.</source>
        <translation>Đã ghi {number} tệp kết quả, đọc lại đều khớp. Có thể rút USB.</translation>
    </message>
    <message>
        <source>{number} answers are written and read back.</source>
        <translation>Đã ghi {number} tệp kết quả, đọc lại đều khớp.</translation>
    </message>
    <message>
        <source>Answers to the teams</source>
        <translation>Trả kết quả cho các đơn vị</translation>
    </message>
    <message>
        <source>One file for each unit: what arrived and what was decided. It goes back the way the bundle came.</source>
        <translation>Mỗi đơn vị một tệp: đã nhận những gì và kết luận ra sao. Chuyển về theo đúng đường gói đã đến.</translation>
    </message>
    <message>
        <source>Units that wait for an answer</source>
        <translation>Đơn vị đang chờ kết quả</translation>
    </message>
    <message>
        <source>Files written</source>
        <translation>Các tệp đã ghi</translation>
    </message>
    <message>
        <source>Nobody waits for an answer. Units stand here as soon as something of theirs came in or was decided.</source>
        <translation>Chưa đơn vị nào chờ kết quả. Đơn vị sẽ đứng ở đây ngay khi gói của họ được nhận hoặc có kết luận.</translation>
    </message>
    <message>
        <source>Open the review</source>
        <translation>Sang Thẩm định</translation>
    </message>
    <message>
        <source>Pass &amp;on to the level above…</source>
        <translation>Ch&amp;uyển lên cấp trên…</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>&amp;Về danh sách</translation>
    </message>
    <message>
        <source>E&amp;xport answers</source>
        <translation>&amp;Xuất kết quả</translation>
    </message>
</context>
<context>
    <name>AnswersView</name>
    <message>
        <source>Answers</source>
        <translation>Câu trả lời</translation>
    </message>
    <message>
        <source>Its form is not known here. The pages show everything.</source>
        <translation>Máy này chưa có biểu mẫu của hồ sơ. Các trang văn bản có đủ nội dung.</translation>
    </message>
</context>
<context>
    <name>AttachmentDialog</name>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>&amp;Lưu một bản…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>This kind of file is not shown here. Save a copy to look at it.</source>
        <translation>Loại tệp này không xem ngay tại đây được. Lưu một bản để xem.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Lưu một bản</translation>
    </message>
</context>
<context>
    <name>CalculatorDialog</name>
    <message>
        <source>Work out the benefit</source>
        <translation>Tính tiền làm lợi</translation>
    </message>
    <message>
        <source>Kind of benefit</source>
        <translation>Loại lợi ích</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Put into the report</source>
        <translation>Đưa vào báo cáo</translation>
    </message>
    <message>
        <source>How many of them a year has</source>
        <translation>Một năm có bao nhiêu ngày (ca) như vậy</translation>
    </message>
    <message>
        <source>Measured during (days)</source>
        <translation>Số liệu đo trong (ngày)</translation>
    </message>
    <message>
        <source>Cost of carrying it out (đồng)</source>
        <translation>Chi phí thực hiện (đồng)</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Kỳ</translation>
    </message>
    <message>
        <source>Fill in every line to see the result.</source>
        <translation>Điền đủ các dòng để thấy kết quả.</translation>
    </message>
    <message>
        <source>More than one billion đồng a year: look at the figures again.</source>
        <translation>Hơn một tỷ đồng một năm: nên xem lại từng con số.</translation>
    </message>
    <message>
        <source>Measured for less than a month: say so beside the yearly figure.</source>
        <translation>Đo chưa đủ một tháng: nên ghi rõ điều này cạnh số tiền cả năm.</translation>
    </message>
    <message>
        <source>The new way costs more than the old one.</source>
        <translation>Cách mới tốn hơn cách cũ.</translation>
    </message>
</context>
<context>
    <name>Carried</name>
    <message>
        <source>{number} initiatives</source>
        <translation>{number} sáng kiến</translation>
    </message>
</context>
<context>
    <name>CleaningDialog</name>
    <message>
        <source>Mend the letters</source>
        <translation>Sửa chữ</translation>
    </message>
    <message>
        <source>These texts have letters that others cannot read or find. Compare before and after; what is ticked is changed and can be undone.</source>
        <translation>Những chỗ này có chữ mà máy khác không đọc hoặc không tìm được. So trước và sau; chỗ được chọn sẽ đổi, đổi rồi vẫn hoàn tác được.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Các chỗ nên sửa</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>Change what is ticked</source>
        <translation>Đổi các chỗ đã chọn</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện nay</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sau khi đổi</translation>
    </message>
    <message>
        <source>old encoding {name}</source>
        <translation>bảng mã cũ {name}</translation>
    </message>
    <message>
        <source>letters of another alphabet in “{word}”</source>
        <translation>chữ cái nước khác trong “{word}”</translation>
    </message>
</context>
<context>
    <name>CommentFiles</name>
    <message>
        <source>A&amp;ttach a file…</source>
        <translation>Đính &amp;kèm tệp…</translation>
    </message>
    <message>
        <source>Take off {file}</source>
        <translation>Bỏ tệp {file}</translation>
    </message>
    <message>
        <source>Attach to the comment</source>
        <translation>Đính kèm vào nhận xét</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Two versions of a report</source>
        <translation>Một hồ sơ có hai bản</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Những chỗ khác nhau</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>Để &amp;sau</translation>
    </message>
    <message>
        <source>Use the one &amp;here</source>
        <translation>Dùng bản đ&amp;ang có</translation>
    </message>
    <message>
        <source>Use the one that &amp;came</source>
        <translation>Dùng bản mới đế&amp;n</translation>
    </message>
    <message>
        <source>{unit} sent two versions of this report that went on in different ways. Both are kept. The version you do not use goes back to whoever wrote it. {number} to choose.</source>
        <translation>{unit} gửi hai bản của hồ sơ này, sửa theo hai hướng khác nhau. Cả hai đều được giữ. Bản không dùng sẽ được trả lại người viết. Còn {number} hồ sơ cần chọn.</translation>
    </message>
    <message>
        <source>The answers are the same; only their earlier revisions differ.</source>
        <translation>Nội dung trả lời giống nhau; chỉ các lần hoàn chỉnh trước đó khác nhau.</translation>
    </message>
    <message>
        <source>In use here</source>
        <translation>Đang dùng ở đây</translation>
    </message>
    <message>
        <source>Came later</source>
        <translation>Mới đến</translation>
    </message>
    <message>
        <source>Revision {revision} of {moment}, computer {device}, bundle {number}, mark {mark}</source>
        <translation>Lần {revision}, {moment}, máy {device}, gói số {number}, mã đối chiếu {mark}</translation>
    </message>
    <message>
        <source>(not answered)</source>
        <translation>(chưa trả lời)</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>day/month/year, or month/year, or year</source>
        <translation>ngày/tháng/năm, hoặc tháng/năm, hoặc năm</translation>
    </message>
    <message>
        <source>month/year</source>
        <translation>tháng/năm</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Not understood as a date. Write for example 05/03/2026.</source>
        <translation>Chưa hiểu ngày này. Ghi theo kiểu 05/03/2026.</translation>
    </message>
</context>
<context>
    <name>Destination</name>
    <message>
        <source>Another &amp;folder…</source>
        <translation>Chọn &amp;thư mục khác…</translation>
    </message>
    <message>
        <source>Where to write</source>
        <translation>Ghi vào đâu</translation>
    </message>
    <message>
        <source>No stick seen yet. Put one in and it appears here.</source>
        <translation>Chưa thấy USB nào. Cắm USB vào là hiện ra ở đây.</translation>
    </message>
    <message>
        <source>Stick {name}
can only be read</source>
        <translation>USB {name}
chỉ đọc được, không ghi được</translation>
    </message>
    <message>
        <source>Stick {name}
not enough room, {free} free</source>
        <translation>USB {name}
không đủ chỗ, chỉ còn {free}</translation>
    </message>
    <message>
        <source>Stick {name}
{free} free</source>
        <translation>USB {name}
còn trống {free}</translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>còn trống {free}</translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>Documents</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Trang {page} trên {pages}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>This document…</source>
        <translation>Văn bản này…</translation>
    </message>
    <message>
        <source>All documents…</source>
        <translation>Tất cả văn bản…</translation>
    </message>
    <message>
        <source>Save as Word and PDF…</source>
        <translation>Lưu ra Word và PDF…</translation>
    </message>
    <message>
        <source>Laying out…</source>
        <translation>Đang dàn trang…</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Save as PDF and print elsewhere.</source>
        <translation>Máy này chưa cài máy in. Lưu thành PDF rồi in ở máy khác.</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Đã gửi tới máy in</translation>
    </message>
    <message>
        <source>Save into</source>
        <translation>Lưu vào</translation>
    </message>
</context>
<context>
    <name>DocumentsTryout</name>
    <message>
        <source>Filling the documents…</source>
        <translation>Đang điền các văn bản…</translation>
    </message>
    <message>
        <source>This template has no Word document.</source>
        <translation>Mẫu này chưa có văn bản Word nào.</translation>
    </message>
    <message>
        <source>page {page} of {pages}</source>
        <translation>trang {page}/{pages}</translation>
    </message>
</context>
<context>
    <name>EditorFrame</name>
    <message>
        <source>Some letters cannot be read elsewhere. Compare and mend  ›</source>
        <translation>Có chữ máy khác không đọc được. So sánh và sửa  ›</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Phần</translation>
    </message>
    <message>
        <source>All initiatives</source>
        <translation>Tất cả sáng kiến</translation>
    </message>
    <message>
        <source>One question at a time</source>
        <translation>Từng câu hỏi</translation>
    </message>
    <message>
        <source>Ctrl+M switches; the place stays the same.</source>
        <translation>Ctrl+M để đổi cách xem; chỗ đang viết giữ nguyên.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Công cụ</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Các phần</translation>
    </message>
    <message>
        <source>See the documents</source>
        <translation>Xem văn bản</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Câu tiếp theo</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>Phần tiếp theo</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Correct and hand in again</source>
        <translation>Sửa và nộp lại</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Hoàn chỉnh</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Đang lưu…</translation>
    </message>
    <message>
        <source>New initiative</source>
        <translation>Sáng kiến mới</translation>
    </message>
    <message>
        <source>Computer {device} changed this draft too. Compare and merge  ›</source>
        <translation>Máy {device} cũng đã sửa bản nháp này. So và gộp  ›</translation>
    </message>
    <message>
        <source>There is a newer template, version {version}. See what changes  ›</source>
        <translation>Mẫu đã có bản mới hơn: {version}. Xem có gì thay đổi  ›</translation>
    </message>
    <message>
        <source>{number} things left before handing in  ›</source>
        <translation>Còn {number} việc trước khi nộp  ›</translation>
    </message>
    <message>
        <source>Nothing is missing. It can be completed.</source>
        <translation>Không thiếu gì nữa. Có thể hoàn chỉnh.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Chưa lưu được</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Đã lưu {time}</translation>
    </message>
    <message>
        <source>Complete as revision {number}; it waits in the queue</source>
        <translation>Đã hoàn chỉnh bản thứ {number}; đang ở hàng chờ nộp</translation>
    </message>
</context>
<context>
    <name>EditorTools</name>
    <message>
        <source>See the documents</source>
        <translation>Xem văn bản</translation>
    </message>
    <message>
        <source>Other papers of the dossier…</source>
        <translation>Văn bản khác của hồ sơ…</translation>
    </message>
    <message>
        <source>Read back to the author</source>
        <translation>Đọc lại cho tác giả</translation>
    </message>
    <message>
        <source>Work out the benefit…</source>
        <translation>Tính tiền làm lợi…</translation>
    </message>
    <message>
        <source>Mend the letters…</source>
        <translation>Sửa chữ gõ bằng bảng mã cũ…</translation>
    </message>
    <message>
        <source>Take from a Word file…</source>
        <translation>Lấy từ tệp Word…</translation>
    </message>
    <message>
        <source>Take to another computer…</source>
        <translation>Mang sang máy khác của tổ…</translation>
    </message>
    <message>
        <source>Withdraw this report…</source>
        <translation>Rút hồ sơ này…</translation>
    </message>
    <message>
        <source>Withdraw this report</source>
        <translation>Rút hồ sơ này</translation>
    </message>
    <message>
        <source>The officer is told with the next bundle. What was printed or passed on cannot be called back. Why is it withdrawn?</source>
        <translation>Gói sau sẽ báo cho cán bộ. Bản đã in hoặc đã chuyển lên thì không gọi về được. Vì sao rút hồ sơ?</translation>
    </message>
    <message>
        <source>Withdrawn; the next bundle tells the officer</source>
        <translation>Đã rút; gói sau sẽ báo cho cán bộ</translation>
    </message>
    <message>
        <source>The template has no other papers</source>
        <translation>Mẫu này không có văn bản nào khác</translation>
    </message>
    <message>
        <source>{number} files written</source>
        <translation>Đã ghi {number} tệp</translation>
    </message>
    <message>
        <source>All letters are as they should be</source>
        <translation>Không có chữ nào cần sửa</translation>
    </message>
    <message>
        <source>Take from a file</source>
        <translation>Lấy từ tệp</translation>
    </message>
    <message>
        <source>Word files (*.docx *.doc)</source>
        <translation>Tệp Word (*.docx *.doc)</translation>
    </message>
    <message>
        <source>Write the draft into</source>
        <translation>Ghi bản nháp vào</translation>
    </message>
    <message>
        <source>{file} was written, sealed for the other computer of the team.</source>
        <translation>Đã ghi {file}, niêm phong cho máy khác của tổ.</translation>
    </message>
    <message>
        <source>{file} was written. No other computer of the team is known yet, so the file is open to whoever has it: keep it within the team.</source>
        <translation>Đã ghi {file}. Chưa biết máy nào khác của tổ nên ai có tệp cũng mở được: chỉ chuyển trong tổ.</translation>
    </message>
    <message>
        <source>Take to another computer</source>
        <translation>Mang sang máy khác của tổ</translation>
    </message>
    <message>
        <source>Computer {device} sent drafts as one of this team. Its four words are: {words}. Does that computer show the same words under Settings?</source>
        <translation>Máy {device} đã gửi bản nháp với tên tổ này. Bốn từ của máy đó là: {words}. Trong Cài đặt của máy đó có đúng bốn từ này không?</translation>
    </message>
    <message>
        <source>Is this a computer of the team?</source>
        <translation>Đây có phải máy của tổ?</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Sealed: only {unit} can open it. Key: {words}</source>
        <translation>Niêm phong: chỉ {unit} mở được. Khóa: {words}</translation>
    </message>
    <message>
        <source>Stays in the queue:</source>
        <translation>Ở lại hàng chờ:</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>không giới hạn</translation>
    </message>
    <message>
        <source>at most {size}</source>
        <translation>nhiều nhất {size}</translation>
    </message>
    <message>
        <source>One file, about {size}</source>
        <translation>Một tệp, khoảng {size}</translation>
    </message>
    <message>
        <source>{number} files, about {size} together</source>
        <translation>{number} tệp, tổng khoảng {size}</translation>
    </message>
    <message>
        <source>Over the limit alone, so in a file of its own:</source>
        <translation>Riêng nó đã vượt giới hạn, nên nằm riêng một tệp:</translation>
    </message>
    <message>
        <source>Writing the bundle</source>
        <translation>Đang ghi gói</translation>
    </message>
    <message>
        <source>Writing into {folder}</source>
        <translation>Đang ghi vào {folder}</translation>
    </message>
    <message>
        <source>Where shall the bundle go?</source>
        <translation>Ghi gói vào đâu?</translation>
    </message>
    <message>
        <source>The stick can be taken out</source>
        <translation>Có thể rút USB</translation>
    </message>
    <message>
        <source>The bundle is written</source>
        <translation>Đã ghi xong gói</translation>
    </message>
    <message>
        <source>Everything was written, read back and compared. Give the file to the officer, then press “Handed over”.</source>
        <translation>Đã ghi, đọc lại và so khớp toàn bộ. Trao tệp cho cán bộ cấp trên rồi bấm “Đã giao”.</translation>
    </message>
    <message>
        <source>All {number} files were written, read back and compared. Give every one of them to the officer, then press “Handed over”.</source>
        <translation>Cả {number} tệp đã được ghi, đọc lại và so khớp. Giao đủ các tệp cho cán bộ, rồi bấm “Đã giao”.</translation>
    </message>
    <message>
        <source>and {number} more files</source>
        <translation>và {number} tệp nữa</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tên tệp</translation>
    </message>
    <message>
        <source>Bundle number</source>
        <translation>Gói số</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Trong gói có</translation>
    </message>
    <message>
        <source>Mark to compare</source>
        <translation>Mã đối chiếu</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Niêm phong</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Đã niêm phong</translation>
    </message>
    <message>
        <source>Not sealed</source>
        <translation>Không niêm phong</translation>
    </message>
    <message>
        <source>Bundle number {number}</source>
        <translation>Gói số {number}</translation>
    </message>
    <message>
        <source>Export bundle</source>
        <translation>Xuất gói</translation>
    </message>
    <message>
        <source>There is no unit card yet, so this bundle cannot be sealed for the officer. Unsealed, whoever finds the file can read everything in it.</source>
        <translation>Chưa có thẻ đơn vị nên chưa niêm phong được cho cán bộ. Nếu để ngỏ, ai nhặt được tệp cũng đọc được mọi thứ trong đó.</translation>
    </message>
    <message>
        <source>Either seal it with a &amp;passphrase (10 characters or more), told to the officer by phone, not with the file:</source>
        <translation>Hoặc niêm phong bằng &amp;mật khẩu (từ 10 ký tự), báo cho cán bộ qua điện thoại, không gửi kèm tệp:</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Or write it &amp;unsealed this time; I understand.</source>
        <translation>Hoặc lần này để n&amp;gỏ; tôi đã hiểu.</translation>
    </message>
    <message>
        <source>&amp;Split into files of</source>
        <translation>Chia &amp;nhỏ, mỗi tệp</translation>
    </message>
    <message>
        <source>Split into files of</source>
        <translation>Chia nhỏ, mỗi tệp</translation>
    </message>
    <message>
        <source>Each file is written, brought safely onto the stick, read back and compared. Please leave the stick in.</source>
        <translation>Từng tệp được ghi chắc xuống USB, đọc lại rồi so khớp. Xin để nguyên USB.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>&amp;Write the bundle</source>
        <translation>&amp;Ghi gói</translation>
    </message>
    <message>
        <source>Handover &amp;slip…</source>
        <translation>&amp;Phiếu bàn giao…</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>Để &amp;sau</translation>
    </message>
    <message>
        <source>&amp;Handed over</source>
        <translation>Đã &amp;giao</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Choose a picture…</source>
        <translation>Chọn ảnh…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>See it large</source>
        <translation>Xem lớn</translation>
    </message>
    <message>
        <source>Full size again</source>
        <translation>Lấy lại cỡ gốc</translation>
    </message>
    <message>
        <source>The original is kept until the report is complete.</source>
        <translation>Bản gốc được giữ đến khi hoàn thành báo cáo.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Pictures and documents ({endings})</source>
        <translation>Ảnh và tài liệu ({endings})</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>Removed {name}. Ctrl+Z brings it back.</source>
        <translation>Đã bỏ {name}. Nhấn Ctrl+Z để lấy lại.</translation>
    </message>
    <message>
        <source>Nothing chosen. Drop a file here, or paste one.</source>
        <translation>Chưa có tệp. Thả tệp vào đây hoặc dán (Ctrl+V).</translation>
    </message>
</context>
<context>
    <name>FileLinesFoot</name>
    <message>
        <source>Add files…</source>
        <translation>Thêm nhiều tệp…</translation>
    </message>
    <message>
        <source>From the scanner…</source>
        <translation>Từ thư mục quét…</translation>
    </message>
    <message>
        <source>Pictures and documents ({endings})</source>
        <translation>Ảnh và tài liệu ({endings})</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>{number} files, {size} together</source>
        <translation>{number} tệp, tổng {size}</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Open a setup card</source>
        <translation>Mở thẻ đơn vị</translation>
    </message>
    <message>
        <source>FirstStartPage</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Welcome to the initiatives book</source>
        <translation>Sổ Sáng Kiến</translation>
    </message>
    <message>
        <source>Say whose book this is. Everything else has a default and can be changed later.</source>
        <translation>Cho biết đây là sổ của ai. Mọi thứ khác đã có sẵn và đổi lại được sau.</translation>
    </message>
    <message>
        <source>Support team of a union</source>
        <translation>Tổ hỗ trợ sáng kiến</translation>
    </message>
    <message>
        <source>Upper-level officer</source>
        <translation>Cán bộ cấp trên</translation>
    </message>
    <message>
        <source>Name of the unit</source>
        <translation>Tên đơn vị</translation>
    </message>
    <message>
        <source>For example: CĐCS Công ty May Sông Công</source>
        <translation>Ví dụ: CĐCS Công ty May Sông Công</translation>
    </message>
    <message>
        <source>Short code (left empty: made from the name)</source>
        <translation>Mã ngắn (để trống thì máy tự đặt theo tên)</translation>
    </message>
    <message>
        <source>Short code</source>
        <translation>Mã ngắn</translation>
    </message>
    <message>
        <source>MSC</source>
        <translation>MSC</translation>
    </message>
    <message>
        <source>I have a setup card…</source>
        <translation>Đã có thẻ đơn vị…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Only looking?</source>
        <translation>Chỉ xem thử?</translation>
    </message>
    <message>
        <source>Open the sample as a team</source>
        <translation>Mở sổ mẫu của Tổ hỗ trợ</translation>
    </message>
    <message>
        <source>Open the sample as an officer</source>
        <translation>Mở sổ mẫu của cán bộ</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Home</source>
        <translation>Trang chính</translation>
    </message>
    <message>
        <source>To do now</source>
        <translation>Cần làm ngay</translation>
    </message>
    <message>
        <source>Nothing is waiting. Well done.</source>
        <translation>Không có việc gì đang chờ.</translation>
    </message>
    <message>
        <source>Returned to be completed: {title}</source>
        <translation>Bị trả lại bổ sung: {title}</translation>
    </message>
    <message>
        <source>Bundle {sequence} was handed over {days} days ago, no receipt yet</source>
        <translation>Gói số {sequence} đã giao {days} ngày, chưa có biên nhận</translation>
    </message>
    <message>
        <source>Bundle {sequence} was handed over, no receipt yet: {days} days</source>
        <translation>Gói {sequence} đã giao, chưa có biên nhận: {days} ngày</translation>
    </message>
    <message>
        <source>{number} new computers of units are to be confirmed</source>
        <translation>{number} máy mới của các đơn vị cần xác nhận</translation>
    </message>
    <message>
        <source>{number} reports came in two versions</source>
        <translation>{number} hồ sơ có hai bản khác nhau</translation>
    </message>
    <message>
        <source>{number} files are set aside</source>
        <translation>{number} tệp đang để riêng</translation>
    </message>
    <message>
        <source>{number} bundles have not come in, or stand twice</source>
        <translation>{number} gói chưa về hoặc trùng số</translation>
    </message>
    <message>
        <source>Bundle {sequence} is written; say when it was handed over</source>
        <translation>Gói số {sequence} đã ghi xong; giao rồi thì bấm “Đã giao”</translation>
    </message>
    <message>
        <source>{number} initiatives wait to be handed in</source>
        <translation>{number} sáng kiến chờ nộp</translation>
    </message>
    <message>
        <source>{number} initiatives are being written</source>
        <translation>{number} sáng kiến đang viết</translation>
    </message>
    <message>
        <source>Take in the setup card from the officer</source>
        <translation>Nhận thẻ đơn vị từ cán bộ cấp trên</translation>
    </message>
    <message>
        <source>{number} initiatives wait for a verdict</source>
        <translation>{number} sáng kiến chờ thẩm định</translation>
    </message>
    <message>
        <source>{number} answers wait to be carried to {units} units</source>
        <translation>{number} kết quả chờ gửi về {units} đơn vị</translation>
    </message>
    <message>
        <source>Where the unit stands</source>
        <translation>Đơn vị đang ở đâu</translation>
    </message>
    <message>
        <source>{reached} of {target} initiatives</source>
        <translation>{reached} / {target} sáng kiến</translation>
    </message>
    <message>
        <source> · still missing {number}</source>
        <translation> · còn thiếu {number}</translation>
    </message>
    <message>
        <source>Progress to the target</source>
        <translation>Tiến độ so với chỉ tiêu</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Viết</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>Nộp</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Công nhận</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Trên cổng</translation>
    </message>
    <message>
        <source>Write a new initiative</source>
        <translation>Viết sáng kiến mới</translation>
    </message>
    <message>
        <source>Take in bundles</source>
        <translation>Nhận gói</translation>
    </message>
</context>
<context>
    <name>InboxMatters</name>
    <message>
        <source>{number} new computers of units are to be confirmed</source>
        <translation>{number} máy mới của các đơn vị cần xác nhận</translation>
    </message>
    <message>
        <source>{number} reports came in two versions</source>
        <translation>{number} hồ sơ có hai bản khác nhau</translation>
    </message>
    <message>
        <source>{number} files are set aside</source>
        <translation>{number} tệp đang để riêng</translation>
    </message>
    <message>
        <source>{number} bundles have not come in, or stand twice</source>
        <translation>{number} gói chưa về hoặc trùng số</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>Taken in</source>
        <translation>Nhận lúc</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Initiatives</source>
        <translation>Sáng kiến</translation>
    </message>
    <message>
        <source>New here</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Để riêng</translation>
    </message>
    <message>
        <source>{kind} number {number}</source>
        <translation>{kind} số {number}</translation>
    </message>
    <message>
        <source>Take in stick {name}</source>
        <translation>Nhận từ USB {name}</translation>
    </message>
    <message>
        <source>Take in a folder or a stick</source>
        <translation>Nhận từ thư mục hoặc USB</translation>
    </message>
    <message>
        <source>&amp;Review {number} that came in</source>
        <translation>&amp;Thẩm định {number} mục vừa nhận</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Take in bundles</source>
        <translation>Nhận gói</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Hộp nhận</translation>
    </message>
    <message>
        <source>Drop bundles, folders or a whole stick here</source>
        <translation>Thả gói, thư mục hoặc cả USB vào đây</translation>
    </message>
    <message>
        <source>Files from the teams, sealed or not, whatever they are called. Anything else is told apart and left alone.</source>
        <translation>Tệp của các Tổ hỗ trợ, niêm phong hay không, tên gì cũng được. Tệp khác được nhận ra và để nguyên.</translation>
    </message>
    <message>
        <source>Taken in &amp;before</source>
        <translation>Đã nhận t&amp;rước đây</translation>
    </message>
    <message>
        <source>Taken in before</source>
        <translation>Đã nhận trước đây</translation>
    </message>
    <message>
        <source>Nothing has come in yet. What was taken in stands here, the newest first.</source>
        <translation>Chưa nhận gói nào. Gói đã nhận sẽ đứng ở đây, mới nhất ở trên.</translation>
    </message>
    <message>
        <source>Earlier &amp;intakes</source>
        <translation>&amp;Các lần nhận trước</translation>
    </message>
    <message>
        <source>Choose a fol&amp;der or stick…</source>
        <translation>Chọn thư &amp;mục hoặc USB…</translation>
    </message>
    <message>
        <source>Choose &amp;files…</source>
        <translation>Chọn tệ&amp;p…</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Thẩm định</translation>
    </message>
</context>
<context>
    <name>InitiativesPage</name>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tên sáng kiến</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Tác giả</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Sửa ngày</translation>
    </message>
    <message>
        <source>All initiatives</source>
        <translation>Tất cả sáng kiến</translation>
    </message>
    <message>
        <source>{number} initiatives</source>
        <translation>{number} sáng kiến</translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer words or another state.</source>
        <translation>Không tìm thấy. Thử ít từ hơn hoặc chọn trạng thái khác.</translation>
    </message>
    <message>
        <source>Take from a file</source>
        <translation>Lấy từ tệp</translation>
    </message>
    <message>
        <source>Word files and lists (*.docx *.doc *.xlsx *.xlsm *.xls *.csv *.tsv)</source>
        <translation>Tệp Word và danh sách (*.docx *.doc *.xlsx *.xlsm *.xls *.csv *.tsv)</translation>
    </message>
    <message>
        <source>{number} drafts are ready to be written</source>
        <translation>Có {number} bản nháp để viết tiếp</translation>
    </message>
    <message>
        <source>Draft discarded. “Undo” brings it back.</source>
        <translation>Đã bỏ bản nháp. Bấm “Hoàn tác” để lấy lại.</translation>
    </message>
    <message>
        <source>InitiativesPage</source>
        <translation>Sáng kiến</translation>
    </message>
    <message>
        <source>Initiatives</source>
        <translation>Sáng kiến</translation>
    </message>
    <message>
        <source>Write a new initiative</source>
        <translation>Viết sáng kiến mới</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Search title, author, code – with or without marks</source>
        <translation>Tìm tên, tác giả, mã – gõ có dấu hay không dấu đều được</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Initiatives will stand here. Begin with the first one.</source>
        <translation>Các sáng kiến sẽ nằm ở đây. Bắt đầu với sáng kiến đầu tiên.</translation>
    </message>
    <message>
        <source>Write the first initiative</source>
        <translation>Viết sáng kiến đầu tiên</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Bỏ bản nháp</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Lấy từ tệp…</translation>
    </message>
    <message>
        <source>From a Word file or a list…</source>
        <translation>Lấy từ tệp Word hoặc danh sách…</translation>
    </message>
</context>
<context>
    <name>IntakePanel</name>
    <message>
        <source>What came in</source>
        <translation>Những gì vừa nhận</translation>
    </message>
    <message>
        <source>File and its initiatives</source>
        <translation>Tệp và các sáng kiến</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Kết quả nhận</translation>
    </message>
    <message>
        <source>Taking in…</source>
        <translation>Đang nhận…</translation>
    </message>
    <message>
        <source>Nothing here is a bundle, an answer or a card. Choose another place.</source>
        <translation>Ở đây không có gói, kết quả hay thẻ đơn vị nào. Hãy chọn nơi khác.</translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation>{number} tệp</translation>
    </message>
    <message>
        <source>Stopped: {number} files were not taken in to the end. What is in stays.</source>
        <translation>Đã dừng: {number} tệp chưa nhận hết. Những gì đã nhận vẫn còn.</translation>
    </message>
    <message>
        <source>{number} files could not be taken in; each line says why.</source>
        <translation>{number} tệp chưa nhận được; lý do ghi ở từng dòng.</translation>
    </message>
    <message>
        <source>Bundle number {number} of {unit} has not come in. Ask the unit for it.</source>
        <translation>Chưa nhận được gói số {number} của {unit}. Hỏi đơn vị để xin gói này.</translation>
    </message>
    <message>
        <source>Not taken in</source>
        <translation>Chưa nhận được</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source> · not looked at: {number}</source>
        <translation> · chưa xem: {number}</translation>
    </message>
    <message>
        <source>{kind} number {number}</source>
        <translation>{kind} số {number}</translation>
    </message>
</context>
<context>
    <name>KeyBackupDialog</name>
    <message>
        <source>Key of this desk</source>
        <translation>Khóa của bàn làm việc</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>What is sent to this desk can be opened with this key alone. If the computer breaks and there is no backup, it cannot be opened any more.</source>
        <translation>Những gì gửi đến bàn làm việc này chỉ mở được bằng khóa này. Nếu máy hỏng mà không có bản dự phòng thì không mở lại được nữa.</translation>
    </message>
    <message>
        <source>Make a backup &amp;file…</source>
        <translation>Làm &amp;tệp dự phòng…</translation>
    </message>
    <message>
        <source>Print the &amp;paper…</source>
        <translation>&amp;In tờ giấy dự phòng…</translation>
    </message>
    <message>
        <source>&amp;Try the backup…</source>
        <translation>T&amp;hử bản dự phòng…</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Khôi phục…</translation>
    </message>
    <message>
        <source>Sealed with a passphrase; keep it on a stick, away from here.</source>
        <translation>Niêm phong bằng mật khẩu; cất trong USB, để nơi khác.</translation>
    </message>
    <message>
        <source>One page in a sealed envelope, locked away.</source>
        <translation>Một trang giấy, cho vào phong bì dán kín, khóa trong tủ.</translation>
    </message>
    <message>
        <source>Proves that the backup would work; changes nothing.</source>
        <translation>Chứng tỏ bản dự phòng dùng được; không thay đổi gì.</translation>
    </message>
    <message>
        <source>On a new computer, or for a new officer of this desk.</source>
        <translation>Khi thay máy, hoặc người mới tiếp nhận bàn làm việc này.</translation>
    </message>
    <message>
        <source>{unit} (code {code}), this computer&apos;s mark {mark}</source>
        <translation>{unit} (mã {code}), ký hiệu máy {mark}</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Chưa có bản dự phòng nào.</translation>
    </message>
    <message>
        <source>Backup of {made}, not tried yet.</source>
        <translation>Có bản dự phòng làm lúc {made}, chưa thử.</translation>
    </message>
    <message>
        <source>The backup was tried on {proven}.</source>
        <translation>Đã thử bản dự phòng lúc {proven}.</translation>
    </message>
    <message>
        <source>Backup of {made}, tried on {proven}.</source>
        <translation>Có bản dự phòng làm lúc {made}, đã thử lúc {proven}.</translation>
    </message>
    <message>
        <source>Make a backup file</source>
        <translation>Làm tệp dự phòng</translation>
    </message>
    <message>
        <source>Written, read back and compared: {file}. Try it now.</source>
        <translation>Đã ghi, đọc lại và so khớp: {file}. Nên thử ngay.</translation>
    </message>
    <message>
        <source>Sealing the keys…</source>
        <translation>Đang niêm phong khóa…</translation>
    </message>
    <message>
        <source>Paper of the key</source>
        <translation>Tờ giấy dự phòng khóa</translation>
    </message>
    <message>
        <source>Try the backup</source>
        <translation>Thử bản dự phòng</translation>
    </message>
    <message>
        <source>&amp;Try</source>
        <translation>&amp;Thử</translation>
    </message>
    <message>
        <source>The backup works: it opens what is sent to this desk and signs as this desk. Nothing was changed.</source>
        <translation>Bản dự phòng dùng được: mở được những gì gửi đến bàn làm việc này và ký được. Không có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>It does not hold the office&apos;s spare key yet; make a new backup file too.</source>
        <translation>Bản này chưa có khóa phụ của đơn vị; nên làm thêm một tệp dự phòng mới.</translation>
    </message>
    <message>
        <source>Trying the backup…</source>
        <translation>Đang thử bản dự phòng…</translation>
    </message>
    <message>
        <source>Restore the key</source>
        <translation>Khôi phục khóa</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Khôi phục</translation>
    </message>
    <message>
        <source>The key is in place. The one before is kept to open older bundles.</source>
        <translation>Đã đưa khóa vào chỗ. Khóa trước đó vẫn được giữ để mở các gói cũ.</translation>
    </message>
    <message>
        <source>Take over the other desk&apos;s key</source>
        <translation>Dùng khóa của đơn vị khác</translation>
    </message>
    <message>
        <source>Restoring the key…</source>
        <translation>Đang khôi phục khóa…</translation>
    </message>
</context>
<context>
    <name>KeySourceDialog</name>
    <message>
        <source>Kind of backup</source>
        <translation>Loại bản dự phòng</translation>
    </message>
    <message>
        <source>Backup file</source>
        <translation>Tệp dự phòng</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Tờ giấy</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Chọn tệp…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Hiện chữ đang gõ</translation>
    </message>
    <message>
        <source>Type the eleven lines of the paper, the word on grey too; or put in the text of its square code.</source>
        <translation>Gõ mười một dòng trên tờ giấy, cả từ ở ô xám; hoặc dán nội dung quét được từ mã vuông.</translation>
    </message>
    <message>
        <source>Lines of the paper</source>
        <translation>Các dòng trên tờ giấy</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Máy</translation>
    </message>
    <message>
        <source>Four words</source>
        <translation>Bốn từ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Computers of the units</source>
        <translation>Máy của các đơn vị</translation>
    </message>
    <message>
        <source>Call the unit on a number you know. In its Settings stand four words; when they are the same as here, it is its computer. Until then a new computer can bring new reports but replaces none, and answers are not sealed to it.</source>
        <translation>Gọi cho đơn vị theo số đã biết. Trong mục Cài đặt của đơn vị có bốn từ; nếu giống ở đây thì đúng là máy của đơn vị. Trước khi xác nhận, máy mới gửi được hồ sơ mới nhưng không thay được hồ sơ nào, và kết quả không niêm phong cho máy đó.</translation>
    </message>
    <message>
        <source>The words are the &amp;same</source>
        <translation>&amp;Bốn từ giống nhau</translation>
    </message>
    <message>
        <source>&amp;Refuse this computer…</source>
        <translation>&amp;Từ chối máy này…</translation>
    </message>
    <message>
        <source>To be compared</source>
        <translation>Cần so bốn từ</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Đã biết</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Đã từ chối</translation>
    </message>
    <message>
        <source>Refuse computer {device} of {unit}?</source>
        <translation>Từ chối máy {device} của {unit}?</translation>
    </message>
    <message>
        <source>Its bundles are refused from now on and answers are not sealed to it any more. What it brought stays. This can be taken back.</source>
        <translation>Từ nay gói của máy này bị từ chối và kết quả không niêm phong cho máy này nữa. Những gì đã nhận vẫn giữ. Có thể bỏ từ chối sau.</translation>
    </message>
    <message>
        <source>Refuse it</source>
        <translation>Từ chối</translation>
    </message>
</context>
<context>
    <name>LineGrip</name>
    <message>
        <source>Drag the line to another place.</source>
        <translation>Kéo dòng đến chỗ khác.</translation>
    </message>
</context>
<context>
    <name>ListDialog</name>
    <message>
        <source>Nothing stands here any more.</source>
        <translation>Danh sách đã hết.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>ListedChoiceEditor</name>
    <message>
        <source>— choose —</source>
        <translation>— chọn —</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Opening the book…</source>
        <translation>Đang mở sổ…</translation>
    </message>
    <message>
        <source>Support team</source>
        <translation>Tổ hỗ trợ</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Cán bộ</translation>
    </message>
    <message>
        <source>The last run ended unexpectedly. What was saved is whole.</source>
        <translation>Lần trước chương trình dừng bất thường. Những gì đã lưu vẫn nguyên.</translation>
    </message>
    <message>
        <source>From the watched folder: {number} files taken in</source>
        <translation>Từ thư mục theo dõi: đã nhận {number} tệp</translation>
    </message>
    <message>
        <source>From the watched folder: {number} files taken in, {left} to look at</source>
        <translation>Từ thư mục theo dõi: đã nhận {number} tệp, {left} tệp cần xem</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Two versions of this draft</source>
        <translation>Hai bản của cùng bản nháp</translation>
    </message>
    <message>
        <source>This draft was also changed on computer {device}. Choose for each question; what is not chosen can still be brought back with undo.</source>
        <translation>Bản nháp này cũng được sửa trên máy {device}. Chọn cho từng câu hỏi; phần không chọn vẫn lấy lại được bằng Hoàn tác.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Chỗ khác nhau</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gộp</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>The other computer</source>
        <translation>Máy kia</translation>
    </message>
    <message>
        <source>Keep both, one after the other</source>
        <translation>Giữ cả hai, nối tiếp nhau</translation>
    </message>
    <message>
        <source>(not answered)</source>
        <translation>(chưa trả lời)</translation>
    </message>
    <message>
        <source>{number} still to choose</source>
        <translation>Còn {number} chỗ chưa chọn</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>This may be {first} or {second}. Write it without the comma.</source>
        <translation>Có thể là {first} hoặc {second}. Ghi lại, không dùng dấu phẩy.</translation>
    </message>
    <message>
        <source>Not understood as a number. Write for example 1.200.000 or 12,5.</source>
        <translation>Chưa hiểu số này. Ghi theo kiểu 1.200.000 hoặc 12,5.</translation>
    </message>
</context>
<context>
    <name>NumbersDialog</name>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Máy</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Gói</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Vấn đề</translation>
    </message>
    <message>
        <source>To ask the units about</source>
        <translation>Cần hỏi lại đơn vị</translation>
    </message>
    <message>
        <source>Every bundle has a number. A number that is missing was written and never came in. When it comes, it leaves this list; when the unit explains it, write why.</source>
        <translation>Mỗi gói có một số. Số còn thiếu là gói đã ghi nhưng chưa về. Gói về thì dòng này tự hết; đơn vị giải thích được thì ghi lý do.</translation>
    </message>
    <message>
        <source>&amp;Explained…</source>
        <translation>Đã &amp;rõ lý do…</translation>
    </message>
    <message>
        <source>Has not come in</source>
        <translation>Chưa về</translation>
    </message>
    <message>
        <source>Two different bundles bear it</source>
        <translation>Hai gói khác nhau cùng số này</translation>
    </message>
    <message>
        <source>Does not follow the one before</source>
        <translation>Không nối tiếp gói trước</translation>
    </message>
    <message>
        <source>Ask the unit for this bundle: it can write it again unchanged, under “Queue and bundles”.</source>
        <translation>Xin đơn vị gói này: ở mục “Hàng chờ &amp; gói”, đơn vị xuất lại được đúng gói đó.</translation>
    </message>
    <message>
        <source>The unit&apos;s book was probably put back from a backup, so a number was used again. Both bundles were taken in; nothing is lost.</source>
        <translation>Có lẽ đơn vị đã khôi phục sổ từ bản sao lưu nên một số được dùng lại. Cả hai gói đều đã nhận; không mất gì.</translation>
    </message>
    <message>
        <source>The unit&apos;s book was probably put back from a backup. Ask whether a bundle in between was lost.</source>
        <translation>Có lẽ đơn vị đã khôi phục sổ từ bản sao lưu. Hỏi xem có gói nào ở giữa bị mất không.</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>Đã rõ lý do</translation>
    </message>
    <message>
        <source>What does {unit} say about bundle number {number}?</source>
        <translation>{unit} giải thích thế nào về gói số {number}?</translation>
    </message>
</context>
<context>
    <name>PageFiles</name>
    <message>
        <source>Taking the file in…</source>
        <translation>Đang nhận tệp…</translation>
    </message>
    <message>
        <source>Stopped. None of these files was taken in.</source>
        <translation>Đã dừng. Chưa nhận tệp nào trong số này.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Dừng</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Made smaller: {before} → {after}; place and time of the photo removed</source>
        <translation>Đã thu nhỏ: {before} → {after}; đã xóa nơi chụp, giờ chụp</translation>
    </message>
    <message>
        <source>{number} files taken in</source>
        <translation>Đã nhận {number} tệp</translation>
    </message>
    <message>
        <source>Not taken: {names}</source>
        <translation>Không nhận được: {names}</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Pages of the document</source>
        <translation>Các trang văn bản</translation>
    </message>
    <message>
        <source>{title}, page {page} of {pages}</source>
        <translation>{title}, trang {page} trên {pages}</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Passphrase for the backup</source>
        <translation>Mật khẩu cho bản dự phòng</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Tiếp tục</translation>
    </message>
    <message>
        <source>Take four or five words that have nothing to do with each other. Without the passphrase nobody can open the file, neither can we.</source>
        <translation>Đặt bốn, năm từ không liên quan với nhau. Quên mật khẩu thì không ai mở được tệp, kể cả người làm chương trình.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Gõ lại lần nữa</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Hiện chữ đang gõ</translation>
    </message>
</context>
<context>
    <name>PieceCard</name>
    <message>
        <source>(no heading)</source>
        <translation>(không có đề mục)</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Lấy</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Put it in place of the answer that is there</source>
        <translation>Thay câu trả lời đang có</translation>
    </message>
    <message>
        <source>No question – leave it</source>
        <translation>Không thuộc câu nào – để lại</translation>
    </message>
    <message>
        <source>Does not fit this question.</source>
        <translation>Không hợp với câu hỏi này.</translation>
    </message>
    <message>
        <source>Not taken. Choose a question if it belongs to one.</source>
        <translation>Chưa lấy. Nếu thuộc câu nào thì chọn câu đó.</translation>
    </message>
    <message>
        <source>Not a clear number or date; kept for you to read.</source>
        <translation>Chưa rõ số hoặc ngày; giữ nguyên chữ để anh chị xem lại.</translation>
    </message>
    <message>
        <source>As you chose</source>
        <translation>Theo anh chị chọn</translation>
    </message>
    <message>
        <source>Fits well</source>
        <translation>Rất khớp</translation>
    </message>
    <message>
        <source>Probably fits</source>
        <translation>Có lẽ khớp</translation>
    </message>
    <message>
        <source>Look twice</source>
        <translation>Nên xem kỹ</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Home</source>
        <translation>Trang chính</translation>
    </message>
    <message>
        <source>Initiatives</source>
        <translation>Sáng kiến</translation>
    </message>
    <message>
        <source>Queue and bundles</source>
        <translation>Hàng chờ &amp; gói</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Mẫu</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Hộp nhận</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Thẩm định</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>Units and targets</source>
        <translation>Đơn vị &amp; chỉ tiêu</translation>
    </message>
</context>
<context>
    <name>QuarantineDialog</name>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Để riêng</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>These files could not be taken in, wholly or in part. A copy of each is kept here. What comes in whole later leaves this list by itself.</source>
        <translation>Các tệp này chưa nhận được, toàn bộ hoặc một phần. Mỗi tệp có bản sao giữ ở đây. Tệp nào sau đó về lành lặn thì tự hết trong danh sách.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Thử lại</translation>
    </message>
    <message>
        <source>Give to a &amp;helper…</source>
        <translation>Gửi người &amp;hỗ trợ…</translation>
    </message>
    <message>
        <source>&amp;Drop…</source>
        <translation>&amp;Bỏ…</translation>
    </message>
    <message>
        <source>No copy could be kept: take in the file itself again.</source>
        <translation>Không giữ được bản sao: hãy nhận lại chính tệp đó.</translation>
    </message>
    <message>
        <source>Taking in…</source>
        <translation>Đang nhận…</translation>
    </message>
    <message>
        <source>Where to write it</source>
        <translation>Ghi vào đâu</translation>
    </message>
    <message>
        <source>Written: {file}. It holds the file as it came and a report without names.</source>
        <translation>Đã ghi: {file}. Trong đó có tệp nguyên như khi đến và một báo cáo không có tên người.</translation>
    </message>
    <message>
        <source>Drop “{file}”?</source>
        <translation>Bỏ “{file}”?</translation>
    </message>
    <message>
        <source>The copy kept here is deleted. What was taken in of it stays.</source>
        <translation>Bản sao giữ ở đây sẽ bị xóa. Phần đã nhận của tệp vẫn còn.</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Bỏ</translation>
    </message>
</context>
<context>
    <name>QuestionField</name>
    <message>
        <source>Officer: {comment}</source>
        <translation>Ý kiến của cán bộ: {comment}</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Passphrase</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>“{file}” is sealed with a passphrase. Ask the unit for it by phone:</source>
        <translation>“{file}” được niêm phong bằng mật khẩu. Gọi điện hỏi đơn vị rồi nhập:</translation>
    </message>
    <message>
        <source>That passphrase does not fit “{file}”. Mind capitals and spaces; once more:</source>
        <translation>Mật khẩu chưa đúng với “{file}”. Chú ý chữ hoa và dấu cách; nhập lại:</translation>
    </message>
    <message>
        <source>Compare four words</source>
        <translation>So bốn từ</translation>
    </message>
    <message>
        <source>{what_to_do}

On the officer&apos;s screen must stand: {words}</source>
        <translation>{what_to_do}

Trên máy của bên gửi, mục Cài đặt phải hiện: {words}</translation>
    </message>
    <message>
        <source>The four words are the same</source>
        <translation>Bốn từ giống nhau</translation>
    </message>
    <message>
        <source>Not the same, or not sure</source>
        <translation>Khác, hoặc chưa chắc</translation>
    </message>
</context>
<context>
    <name>QuestionsView</name>
    <message>
        <source>Questions</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Question {number} of {whole}</source>
        <translation>Câu {number} trên {whole}</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Title</source>
        <translation>Tên sáng kiến</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Tác giả</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Tệp kèm</translation>
    </message>
    <message>
        <source>Waits since</source>
        <translation>Chờ từ</translation>
    </message>
    <message>
        <source>Goes along?</source>
        <translation>Đi chuyến này?</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Gói số</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Ngày ghi</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Cỡ tệp</translation>
    </message>
    <message>
        <source>Held back: {why}</source>
        <translation>Giữ lại: {why}</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>Written, not handed over yet</source>
        <translation>Đã ghi, chưa giao</translation>
    </message>
    <message>
        <source>Handed over today</source>
        <translation>Đã giao hôm nay</translation>
    </message>
    <message>
        <source>Handed over, no answer for {days} days</source>
        <translation>Đã giao, {days} ngày chưa biên nhận</translation>
    </message>
    <message>
        <source>{number} withdrawn, to be told</source>
        <translation>{number} hồ sơ rút lại, cần báo</translation>
    </message>
    <message>
        <source>{chosen} of {number} go along</source>
        <translation>{chosen} trên {number} sáng kiến đi chuyến này</translation>
    </message>
    <message>
        <source>to {unit}</source>
        <translation>gửi {unit}</translation>
    </message>
    <message>
        <source>no unit card yet: not sealed</source>
        <translation>chưa có thẻ đơn vị: không niêm phong</translation>
    </message>
    <message>
        <source>Hand in the reports of bundle {number} again?</source>
        <translation>Nộp lại các hồ sơ trong gói {number}?</translation>
    </message>
    <message>
        <source>For a new officer, or when the file was lost and no answer will come. Those that are not decided yet go back into the queue as they are.</source>
        <translation>Dùng khi đổi cán bộ phụ trách, hoặc khi tệp bị mất và sẽ không có kết quả. Hồ sơ chưa có kết luận sẽ trở lại hàng chờ, nội dung giữ nguyên.</translation>
    </message>
    <message>
        <source>Back into the queue</source>
        <translation>Đưa lại vào hàng chờ</translation>
    </message>
    <message>
        <source>{number} reports wait again</source>
        <translation>{number} hồ sơ trở lại hàng chờ</translation>
    </message>
    <message>
        <source>Take in an answer or a card</source>
        <translation>Nhận kết quả hoặc thẻ</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Trong gói</translation>
    </message>
    <message>
        <source>Handover &amp;slip…</source>
        <translation>&amp;Phiếu bàn giao…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Bundle {number} handed over</source>
        <translation>Đã giao gói số {number}</translation>
    </message>
    <message>
        <source>Queue and bundles</source>
        <translation>Hàng chờ &amp; gói</translation>
    </message>
    <message>
        <source>&amp;Take in an answer or a card…</source>
        <translation>&amp;Nhận kết quả hoặc thẻ…</translation>
    </message>
    <message>
        <source>Waiting to be &amp;handed in</source>
        <translation>Đang &amp;chờ giao</translation>
    </message>
    <message>
        <source>Completed initiatives stand here until they leave in a bundle.</source>
        <translation>Sáng kiến hoàn chỉnh đứng ở đây cho tới khi lên đường trong một gói.</translation>
    </message>
    <message>
        <source>Open the initiatives</source>
        <translation>Mở danh sách sáng kiến</translation>
    </message>
    <message>
        <source>&amp;Bundles that left</source>
        <translation>&amp;Gói đã xuất</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Khác</translation>
    </message>
    <message>
        <source>More about the chosen bundle</source>
        <translation>Việc khác với gói đang chọn</translation>
    </message>
    <message>
        <source>Hand in a&amp;gain…</source>
        <translation>Nộp &amp;lại…</translation>
    </message>
    <message>
        <source>&amp;Export again…</source>
        <translation>Xuất &amp;lại…</translation>
    </message>
    <message>
        <source>Mark as handed &amp;over</source>
        <translation>Đã gi&amp;ao</translation>
    </message>
    <message>
        <source>Bundles that left</source>
        <translation>Gói đã xuất</translation>
    </message>
    <message>
        <source>Bundles that left stand here, with the answer they wait for.</source>
        <translation>Gói đã xuất sẽ đứng ở đây, cùng biên nhận đang chờ.</translation>
    </message>
    <message>
        <source>E&amp;xport bundle…</source>
        <translation>&amp;Xuất gói…</translation>
    </message>
    <message>
        <source>Waiting to be handed in</source>
        <translation>Đang chờ giao</translation>
    </message>
</context>
<context>
    <name>ReadBackDialog</name>
    <message>
        <source>Read back to the author</source>
        <translation>Đọc lại cho tác giả</translation>
    </message>
    <message>
        <source>The report in large print</source>
        <translation>Báo cáo chữ to</translation>
    </message>
    <message>
        <source>Space reads on; every author checks name and share.</source>
        <translation>Phím cách để đọc tiếp; từng tác giả soát tên và tỷ lệ đóng góp của mình.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Mend: {question}</source>
        <translation>Sửa: {question}</translation>
    </message>
</context>
<context>
    <name>RegistrationsDialog</name>
    <message>
        <source>From a list</source>
        <translation>Lấy từ danh sách</translation>
    </message>
    <message>
        <source>Registrations from “{file}”</source>
        <translation>Danh sách đăng ký “{file}”</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Trang tính</translation>
    </message>
    <message>
        <source>Which question does each column answer? It is remembered.</source>
        <translation>Mỗi cột trả lời câu hỏi nào? Lần sau máy sẽ nhớ.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ví dụ trong cột</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Vào câu hỏi</translation>
    </message>
    <message>
        <source>Columns of the list</source>
        <translation>Các cột của danh sách</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tên sáng kiến</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Tác giả</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Kết quả so với sổ</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>Các dòng của danh sách</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Look at the rows</source>
        <translation>Xem từng dòng</translation>
    </message>
    <message>
        <source>Begin the drafts</source>
        <translation>Lập bản nháp</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Đang đọc danh sách…</translation>
    </message>
    <message>
        <source>Column {n}</source>
        <translation>Cột {n}</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Không lấy</translation>
    </message>
    <message>
        <source>Author: {label}</source>
        <translation>Tác giả: {label}</translation>
    </message>
    <message>
        <source>Two columns go to “{question}”.</source>
        <translation>Hai cột cùng vào câu “{question}”.</translation>
    </message>
    <message>
        <source>Choose the column with the title of the initiative.</source>
        <translation>Chọn cột ghi tên sáng kiến.</translation>
    </message>
    <message>
        <source>Comparing with the book…</source>
        <translation>Đang so với sổ…</translation>
    </message>
    <message>
        <source>{new} new · {unclear} to look at · {changed} changed · {same} here already</source>
        <translation>{new} dòng mới · {unclear} dòng cần xem · {changed} dòng đã đổi · {same} dòng đã có</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>No title; passed over</source>
        <translation>Không có tên sáng kiến; bỏ qua</translation>
    </message>
    <message>
        <source>Changed since; tick to change draft {dossier}</source>
        <translation>Đã đổi so với lần trước; chọn để sửa bản nháp {dossier}</translation>
    </message>
    <message>
        <source>Not clear: {text}</source>
        <translation>Chưa rõ: {text}</translation>
    </message>
    <message>
        <source>The same as row {row}</source>
        <translation>Trùng với dòng {row}</translation>
    </message>
    <message>
        <source>Here already: {dossier}</source>
        <translation>Đã có: {dossier}</translation>
    </message>
    <message>
        <source>Beginning drafts…</source>
        <translation>Đang lập bản nháp…</translation>
    </message>
    <message>
        <source>{number} rows could not be taken.</source>
        <translation>Có {number} dòng không lấy được.</translation>
    </message>
</context>
<context>
    <name>RepeatField</name>
    <message>
        <source>Add a line</source>
        <translation>Thêm dòng</translation>
    </message>
    <message>
        <source>Add a line: {name}</source>
        <translation>Thêm dòng: {name}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Undo in {name}</source>
        <translation>Hoàn tác trong {name}</translation>
    </message>
    <message>
        <source>Share evenly</source>
        <translation>Chia đều</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Remove line {number}</source>
        <translation>Bỏ dòng {number}</translation>
    </message>
    <message>
        <source>Move line {number} up</source>
        <translation>Đưa dòng {number} lên</translation>
    </message>
    <message>
        <source>Move line {number} down</source>
        <translation>Đưa dòng {number} xuống</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move the line.</source>
        <translation>Alt+↑ và Alt+↓ để chuyển dòng.</translation>
    </message>
    <message>
        <source>The same file is in the list already</source>
        <translation>Tệp này đã có trong danh sách</translation>
    </message>
    <message>
        <source>Line removed. Undo brings it back.</source>
        <translation>Đã bỏ dòng này. Nhấn Hoàn tác để lấy lại.</translation>
    </message>
    <message>
        <source>Total {total}</source>
        <translation>Tổng {total}</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Undecided</source>
        <translation>Chờ thẩm định</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Thẩm định</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>Hồ sơ nhận được</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Search: title, author, code</source>
        <translation>Tìm: tên, tác giả, mã</translation>
    </message>
    <message>
        <source>Only &amp;undecided</source>
        <translation>Chỉ hồ sơ &amp;chờ</translation>
    </message>
    <message>
        <source>−</source>
        <translation>−</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+−)</source>
        <translation>Nhỏ hơn (Ctrl+−)</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Nhỏ hơn</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>To hơn (Ctrl++)</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>To hơn</translation>
    </message>
    <message>
        <source>What the teams handed in stands here, page by page, for a decision.</source>
        <translation>Hồ sơ các đơn vị gửi lên đứng ở đây, từng trang một, để kết luận.</translation>
    </message>
    <message>
        <source>Open the inbox</source>
        <translation>Sang Hộp nhận</translation>
    </message>
    <message>
        <source>◂ Previous (K)</source>
        <translation>◂ Trước (K)</translation>
    </message>
    <message>
        <source>Next (J) ▸</source>
        <translation>Sau (J) ▸</translation>
    </message>
    <message>
        <source>Not accepted (3)</source>
        <translation>Không đạt (3)</translation>
    </message>
    <message>
        <source>Return (2)</source>
        <translation>Trả lại (2)</translation>
    </message>
    <message>
        <source>Accept (1)</source>
        <translation>Đạt (1)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Hoàn tác (Ctrl+Z)</translation>
    </message>
    <message>
        <source>{number} wait for a verdict</source>
        <translation>{number} hồ sơ chờ thẩm định</translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer words, or all instead of undecided.</source>
        <translation>Không có hồ sơ nào khớp. Bớt chữ tìm, hoặc bỏ chọn “Chỉ hồ sơ chờ”.</translation>
    </message>
    <message>
        <source>page {page} of {pages}</source>
        <translation>trang {page}/{pages}</translation>
    </message>
    <message>
        <source>“{verdict}” needs a word why. Write it, then press Ctrl+Enter.</source>
        <translation>“{verdict}” cần một câu nói rõ vì sao. Viết vào đây rồi bấm Ctrl+Enter.</translation>
    </message>
    <message>
        <source>{said}. Nothing waits any more: &lt;a href=&quot;#&quot;&gt;export the answers&lt;/a&gt;</source>
        <translation>{said}. Đã thẩm định hết: &lt;a href=&quot;#&quot;&gt;xuất kết quả&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Taken back: {code}</source>
        <translation>Đã rút lại kết luận: {code}</translation>
    </message>
</context>
<context>
    <name>ReviewSide</name>
    <message>
        <source>Needed to return or to refuse</source>
        <translation>Cần có khi trả lại hoặc không đạt</translation>
    </message>
    <message>
        <source>&amp;Phrases</source>
        <translation>Câu &amp;mẫu</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Ý kiến</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Câu trả lời</translation>
    </message>
    <message>
        <source>Co&amp;mment to the team</source>
        <translation>Ý &amp;kiến gửi đơn vị</translation>
    </message>
    <message>
        <source>Comment to the team</source>
        <translation>Ý kiến gửi đơn vị</translation>
    </message>
    <message>
        <source>revision {number}</source>
        <translation>lần nộp {number}</translation>
    </message>
    <message>
        <source>Comments on {number} questions go along, see Answers.</source>
        <translation>Kèm góp ý cho {number} câu, xem ở “Câu trả lời”.</translation>
    </message>
    <message>
        <source>What the check says</source>
        <translation>Máy kiểm tra thấy</translation>
    </message>
    <message>
        <source>Revision {number}, {date}: {verdict}. {comment}</source>
        <translation>Lần nộp {number}, {date}: {verdict}. {comment}</translation>
    </message>
    <message>
        <source>Said before</source>
        <translation>Các lần trước</translation>
    </message>
    <message>
        <source>Nothing is attached.</source>
        <translation>Không có tệp đính kèm.</translation>
    </message>
    <message>
        <source>Files ({number})</source>
        <translation>Tệp ({number})</translation>
    </message>
    <message>
        <source>Keep this comment as a phrase</source>
        <translation>Giữ ý kiến này làm câu mẫu</translation>
    </message>
</context>
<context>
    <name>ScanDialog</name>
    <message>
        <source>From the folder of the scanner</source>
        <translation>Lấy từ thư mục quét</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Thư mục khác…</translation>
    </message>
    <message>
        <source>Files in the folder</source>
        <translation>Tệp trong thư mục</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Take what is ticked</source>
        <translation>Lấy tệp đã chọn</translation>
    </message>
    <message>
        <source>Choose the folder where the scanner puts its files.</source>
        <translation>Chọn thư mục mà máy quét hoặc điện thoại lưu ảnh.</translation>
    </message>
    <message>
        <source>Folder of the scanner</source>
        <translation>Thư mục quét</translation>
    </message>
    <message>
        <source>Looking at the pictures…</source>
        <translation>Đang xem ảnh…</translation>
    </message>
    <message>
        <source>No pictures or PDFs here yet; new ones appear.</source>
        <translation>Chưa có ảnh hay PDF. Có tệp mới sẽ tự hiện.</translation>
    </message>
    <message>
        <source>{number} ticked</source>
        <translation>Đã chọn {number} tệp</translation>
    </message>
</context>
<context>
    <name>SearchedChoiceEditor</name>
    <message>
        <source>Choose again</source>
        <translation>Chọn lại</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Các lựa chọn</translation>
    </message>
    <message>
        <source>Type to find, marks are not needed</source>
        <translation>Gõ để tìm, không cần dấu</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>Thư mục cần theo dõi</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>Saved. The language changes with the next start.</source>
        <translation>Đã lưu. Ngôn ngữ đổi từ lần mở sau.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Đã lưu.</translation>
    </message>
    <message>
        <source>What this program protects, and what not</source>
        <translation>Ứng dụng bảo vệ gì, không bảo vệ gì</translation>
    </message>
    <message>
        <source>Protected: a bundle on a stick is sealed, only the officer and the level above can open it; a changed or damaged bundle is noticed; nothing is sent over a network.

Not protected: whoever can use this computer can read the book; a bundle exported unsealed can be read by anyone; papers once printed or handed over cannot be called back.</source>
        <translation>Được bảo vệ: gói trên USB được niêm phong, chỉ cán bộ cấp trên và cấp trên nữa mở được; gói bị sửa hoặc hỏng sẽ bị phát hiện; không gửi gì qua mạng.

Không bảo vệ được: ai dùng được máy này thì đọc được sổ; gói xuất không niêm phong thì ai cũng đọc được; giấy đã in hoặc gói đã giao thì không lấy lại được.</translation>
    </message>
    <message>
        <source>SettingsPage</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Name of the unit</source>
        <translation>Tên đơn vị</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Nền</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Thư mục dữ liệu</translation>
    </message>
    <message>
        <source>This computer&apos;s key in four words</source>
        <translation>Khóa của máy này, đọc bằng bốn từ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Score sheet of the council</source>
        <translation>Thang điểm của Hội đồng</translation>
    </message>
    <message>
        <source>Least share of a co-author</source>
        <translation>Tỷ lệ tối thiểu của mỗi đồng tác giả</translation>
    </message>
    <message>
        <source>Not asked here</source>
        <translation>Không đặt</translation>
    </message>
    <message>
        <source>Keep the original of a picture until its report is complete</source>
        <translation>Giữ ảnh gốc đến khi hoàn thành báo cáo</translation>
    </message>
    <message>
        <source>Key of this desk…</source>
        <translation>Khóa của bàn làm việc…</translation>
    </message>
    <message>
        <source>Watched folder: what arrives there is taken in by itself</source>
        <translation>Thư mục theo dõi: tệp về đó được tự động nhận</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Thư mục theo dõi</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Choose the watched folder</source>
        <translation>Chọn thư mục theo dõi</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không theo dõi</translation>
    </message>
    <message>
        <source>Watch no folder</source>
        <translation>Không theo dõi thư mục nào</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Laying out…</source>
        <translation>Đang dàn trang…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>&amp;Lưu thành PDF…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In…</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Save as PDF and print elsewhere.</source>
        <translation>Máy này chưa cài máy in. Lưu thành PDF rồi in ở máy khác.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Đã gửi tới máy in</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu thành PDF</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Đã lưu: {file}</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>What to write</source>
        <translation>Cần viết gì</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Việc còn lại</translation>
    </message>
    <message>
        <source>Similar in this book:</source>
        <translation>Trong sổ đã có sáng kiến gần giống:</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>cần</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>nên</translation>
    </message>
</context>
<context>
    <name>SlipDialog</name>
    <message>
        <source>Slip</source>
        <translation>Phiếu bàn giao</translation>
    </message>
</context>
<context>
    <name>TakenDialog</name>
    <message>
        <source>What came back</source>
        <translation>Vừa nhận về</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>&amp;Open what was returned</source>
        <translation>&amp;Mở mục bị trả lại</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
</context>
<context>
    <name>TemplateChanges</name>
    <message>
        <source>New document: {name}</source>
        <translation>Thêm văn bản: {name}</translation>
    </message>
    <message>
        <source>Document no longer there: {name}</source>
        <translation>Bỏ văn bản: {name}</translation>
    </message>
    <message>
        <source>Document changed: {name}</source>
        <translation>Văn bản có sửa: {name}</translation>
    </message>
    <message>
        <source>Nothing changes in questions or documents.</source>
        <translation>Câu hỏi và văn bản không có gì khác.</translation>
    </message>
    <message>
        <source>{question}: {number} lines</source>
        <translation>{question}: {number} dòng</translation>
    </message>
    <message>
        <source>New question: {name}</source>
        <translation>Thêm câu hỏi: {name}</translation>
    </message>
    <message>
        <source>Question no longer asked: {name}</source>
        <translation>Bỏ câu hỏi: {name}</translation>
    </message>
    <message>
        <source>“{old}” is now “{name}”</source>
        <translation>“{old}” nay là “{name}”</translation>
    </message>
    <message>
        <source>{name}: other guidance</source>
        <translation>{name}: lời hướng dẫn có sửa</translation>
    </message>
    <message>
        <source>{name}: answered in another way</source>
        <translation>{name}: đổi cách trả lời</translation>
    </message>
    <message>
        <source>{name}: must be answered now</source>
        <translation>{name}: nay cần trả lời</translation>
    </message>
    <message>
        <source>{name}: may be left empty now</source>
        <translation>{name}: nay được để trống</translation>
    </message>
    <message>
        <source>{name}: asked, checked or calculated in another way</source>
        <translation>{name}: đổi điều kiện hoặc cách tính</translation>
    </message>
    <message>
        <source>new choices: {choices}</source>
        <translation>thêm lựa chọn: {choices}</translation>
    </message>
    <message>
        <source>choices no longer there: {choices}</source>
        <translation>bỏ lựa chọn: {choices}</translation>
    </message>
</context>
<context>
    <name>TemplateCheck</name>
    <message>
        <source>Checking…</source>
        <translation>Đang kiểm tra…</translation>
    </message>
    <message>
        <source>No question is named “{name}”</source>
        <translation>Không có câu hỏi nào tên “{name}”</translation>
    </message>
    <message>
        <source>so {cost}</source>
        <translation>nên {cost}</translation>
    </message>
    <message>
        <source>{number} things to mend before it can be used:</source>
        <translation>Còn {number} chỗ cần sửa trước khi dùng được:</translation>
    </message>
    <message>
        <source>It can be used. Good to know:</source>
        <translation>Mẫu dùng được. Nên biết thêm:</translation>
    </message>
    <message>
        <source>It can be used; nothing is missing.</source>
        <translation>Mẫu dùng được, không thiếu gì.</translation>
    </message>
    <message>
        <source>Excel, sheet “{sheet}”, cell {cell}</source>
        <translation>Excel, trang “{sheet}”, ô {cell}</translation>
    </message>
    <message>
        <source>Excel, sheet “{sheet}”</source>
        <translation>Excel, trang “{sheet}”</translation>
    </message>
    <message>
        <source>Word, “{document}”</source>
        <translation>Word, “{document}”</translation>
    </message>
    <message>
        <source>under “{heading}”</source>
        <translation>dưới mục “{heading}”</translation>
    </message>
    <message>
        <source>paragraph {number}</source>
        <translation>đoạn {number}</translation>
    </message>
</context>
<context>
    <name>TemplateDetail</name>
    <message>
        <source>Not added yet. Mend what stands below, then check again.</source>
        <translation>Chưa thêm vào sổ. Sửa các chỗ dưới đây rồi kiểm tra lại.</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;Bỏ qua</translation>
    </message>
    <message>
        <source>Use &amp;again</source>
        <translation>&amp;Dùng lại</translation>
    </message>
    <message>
        <source>Use &amp;no longer</source>
        <translation>&amp;Ngừng dùng</translation>
    </message>
    <message>
        <source>comes with the program</source>
        <translation>có sẵn trong chương trình</translation>
    </message>
    <message>
        <source>added from {name}</source>
        <translation>thêm từ {name}</translation>
    </message>
    <message>
        <source>from the card of {name}</source>
        <translation>theo thẻ của {name}</translation>
    </message>
    <message>
        <source>from a bundle of {name}</source>
        <translation>theo gói của {name}</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Phiên bản {version}</translation>
    </message>
    <message>
        <source>{number} drafts</source>
        <translation>{number} bản nháp</translation>
    </message>
    <message>
        <source>no longer in use</source>
        <translation>đã ngừng dùng</translation>
    </message>
</context>
<context>
    <name>TemplateOfferDialog</name>
    <message>
        <source>New initiative</source>
        <translation>Sáng kiến mới</translation>
    </message>
    <message>
        <source>Version {version} is in use, {newer} is newer</source>
        <translation>Đang dùng phiên bản {version}, bản mới là {newer}</translation>
    </message>
    <message>
        <source>{number} answers have no place in it and are kept aside:</source>
        <translation>{number} câu trả lời không có chỗ trong bản mới, sẽ được cất riêng:</translation>
    </message>
    <message>
        <source>  and {number} more</source>
        <translation>  và {number} câu nữa</translation>
    </message>
    <message>
        <source>Moved to version {version}</source>
        <translation>Đã chuyển sang phiên bản {version}</translation>
    </message>
    <message>
        <source>Every answer with a place in the newer template is there.</source>
        <translation>Các câu trả lời còn chỗ trong bản mới đều giữ nguyên.</translation>
    </message>
    <message>
        <source>Kept aside, and back again with “Undo”:</source>
        <translation>Được cất riêng, bấm “Hoàn tác” là có lại:</translation>
    </message>
    <message>
        <source>Newer template</source>
        <translation>Bản mẫu mới</translation>
    </message>
    <message>
        <source>There is a newer template</source>
        <translation>Có bản mẫu mới</translation>
    </message>
    <message>
        <source>Drafts stay with the template they were begun with until you move them.</source>
        <translation>Bản nháp giữ mẫu đang dùng cho tới khi được chuyển sang bản mới.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <source>&amp;What changes</source>
        <translation>Những gì &amp;thay đổi</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Những gì thay đổi</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Keep the one in use</source>
        <translation>&amp;Giữ bản đang dùng</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>&amp;Move to the newer one</source>
        <translation>&amp;Chuyển sang bản mới</translation>
    </message>
    <message>
        <source>Next &amp;draft</source>
        <translation>Bản nháp tiếp &amp;theo</translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>Templates</source>
        <translation>Mẫu</translation>
    </message>
    <message>
        <source>A template is one form and the Word documents filled from its answers.</source>
        <translation>Mỗi mẫu gồm một biểu mẫu và các văn bản Word được điền từ câu trả lời.</translation>
    </message>
    <message>
        <source>Use &amp;no longer</source>
        <translation>&amp;Ngừng dùng</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>&amp;Kiểm tra lại</translation>
    </message>
    <message>
        <source>What the check found</source>
        <translation>Kết quả kiểm tra</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>&amp;Section</source>
        <translation>&amp;Phần</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Phần</translation>
    </message>
    <message>
        <source>Sample answers. Try it out: nothing here is kept.</source>
        <translation>Câu trả lời ví dụ. Cứ điền thử, ở đây không lưu gì.</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>&amp;Văn bản</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>No template yet</source>
        <translation>Chưa có mẫu nào</translation>
    </message>
    <message>
        <source>Templates for reports stand here. Add one that the officer sent, or drop it onto this page.</source>
        <translation>Các mẫu báo cáo sẽ nằm ở đây. Thêm mẫu cán bộ gửi về, hoặc thả mẫu vào trang này.</translation>
    </message>
    <message>
        <source>A folder or a zip file can be dropped here.</source>
        <translation>Có thể thả thư mục hoặc tệp zip vào đây.</translation>
    </message>
    <message>
        <source>&amp;Export to edit…</source>
        <translation>&amp;Xuất mẫu để sửa…</translation>
    </message>
    <message>
        <source>&amp;Add a template…</source>
        <translation>Thê&amp;m mẫu…</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>{number} drafts use an older template  ›</source>
        <translation>{number} bản nháp dùng bản cũ  ›</translation>
    </message>
    <message>
        <source>not added yet</source>
        <translation>chưa thêm</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>phiên bản {version}</translation>
    </message>
    <message>
        <source>{number} drafts</source>
        <translation>{number} bản nháp</translation>
    </message>
    <message>
        <source>no longer in use</source>
        <translation>đã ngừng dùng</translation>
    </message>
    <message>
        <source>Choose a zip file, or form.xlsx inside the template&apos;s folder</source>
        <translation>Chọn tệp zip, hoặc form.xlsx trong thư mục mẫu</translation>
    </message>
    <message>
        <source>Templates (*.zip form.xlsx)</source>
        <translation>Mẫu (*.zip form.xlsx)</translation>
    </message>
    <message>
        <source>Checking “{name}”…</source>
        <translation>Đang kiểm tra “{name}”…</translation>
    </message>
    <message>
        <source>Template added: {name}, version {version}</source>
        <translation>Đã thêm mẫu: {name}, phiên bản {version}</translation>
    </message>
    <message>
        <source>Where to write the template</source>
        <translation>Ghi mẫu vào đâu</translation>
    </message>
    <message>
        <source>Writing the template into {folder}</source>
        <translation>Đang ghi mẫu vào {folder}</translation>
    </message>
    <message>
        <source>Written into {folder}. Edit it in Excel and Word, then add it here.</source>
        <translation>Đã ghi vào {folder}. Sửa bằng Excel và Word rồi thêm lại ở đây.</translation>
    </message>
    <message>
        <source>Version {version} is offered to new reports again.</source>
        <translation>Phiên bản {version} lại được dùng cho sáng kiến mới.</translation>
    </message>
    <message>
        <source>Version {version} is offered no longer. Drafts keep it.</source>
        <translation>Phiên bản {version} không dùng cho sáng kiến mới nữa. Bản nháp đang viết giữ nguyên.</translation>
    </message>
</context>
<context>
    <name>UnitsPage</name>
    <message>
        <source>Units and targets</source>
        <translation>Đơn vị &amp; chỉ tiêu</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Counts are today&apos;s state; the four tracks stand apart and are not added up.</source>
        <translation>Số liệu là trạng thái hôm nay; bốn mạch theo dõi đứng riêng, không cộng dồn với nhau.</translation>
    </message>
    <message>
        <source>Progress of the units</source>
        <translation>Tiến độ các đơn vị</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>Công nhận</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đạt</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>On the portal</source>
        <translation>Lên cổng</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Hợp lệ</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Chỉ tiêu</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Còn thiếu</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Add a unit…</source>
        <translation>Thêm đơn vị…</translation>
    </message>
    <message>
        <source>Make the setup card…</source>
        <translation>Lập thẻ đơn vị…</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Khóa…</translation>
    </message>
    <message>
        <source>Computers of the units</source>
        <translation>Máy của các đơn vị</translation>
    </message>
    <message>
        <source>Add a unit</source>
        <translation>Thêm đơn vị</translation>
    </message>
    <message>
        <source>Name of the unit</source>
        <translation>Tên đơn vị</translation>
    </message>
    <message>
        <source>Choose a unit below this office first</source>
        <translation>Chọn một đơn vị cấp dưới trước đã</translation>
    </message>
    <message>
        <source>Where to write the card</source>
        <translation>Ghi thẻ vào đâu</translation>
    </message>
    <message>
        <source>Card written: {file}</source>
        <translation>Đã ghi thẻ: {file}</translation>
    </message>
</context>
<context>
    <name>WordImportDialog</name>
    <message>
        <source>From a Word file</source>
        <translation>Lấy từ tệp Word</translation>
    </message>
    <message>
        <source>What of “{file}” goes where?</source>
        <translation>Phần nào của “{file}” vào câu nào?</translation>
    </message>
    <message>
        <source>Turn text in old encodings into Unicode (each piece shows before and after)</source>
        <translation>Đổi chữ gõ bằng bảng mã cũ sang Unicode (mỗi phần cho xem trước và sau)</translation>
    </message>
    <message>
        <source>Pieces of the file</source>
        <translation>Các phần của tệp</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Đang đọc tệp…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Take what is ticked</source>
        <translation>Lấy các phần đã chọn</translation>
    </message>
    <message>
        <source>This file was taken into {dossier} before.</source>
        <translation>Tệp này đã được lấy vào hồ sơ {dossier} trước đây.</translation>
    </message>
    <message>
        <source>Tracked insertion, kept</source>
        <translation>Chữ thêm có theo dõi, được giữ</translation>
    </message>
    <message>
        <source>Tracked deletion, left out</source>
        <translation>Chữ xóa có theo dõi, bị bỏ</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Bình luận</translation>
    </message>
    <message>
        <source>and {number} more</source>
        <translation>và {number} mục nữa</translation>
    </message>
    <message>
        <source>Nothing is written in this file.</source>
        <translation>Tệp này không có chữ nào.</translation>
    </message>
    <message>
        <source>{number} of {all} pieces</source>
        <translation>{number}/{all} phần</translation>
    </message>
    <message>
        <source>Taking…</source>
        <translation>Đang lấy…</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Draft</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Hoàn chỉnh</translation>
    </message>
    <message>
        <source>Not filed</source>
        <translation>Chưa nộp Hội đồng</translation>
    </message>
    <message>
        <source>At the council</source>
        <translation>Đang trình Hội đồng</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>Đã công nhận</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>Không công nhận</translation>
    </message>
    <message>
        <source>Being written</source>
        <translation>Đang viết</translation>
    </message>
    <message>
        <source>Waiting to be handed in</source>
        <translation>Chờ nộp</translation>
    </message>
    <message>
        <source>In a bundle</source>
        <translation>Đã đóng gói</translation>
    </message>
    <message>
        <source>Handed over, no receipt yet</source>
        <translation>Đã giao, chưa có biên nhận</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Partly received</source>
        <translation>Đã nhận một phần</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đạt</translation>
    </message>
    <message>
        <source>Returned to be completed</source>
        <translation>Trả lại bổ sung</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Không đạt</translation>
    </message>
    <message>
        <source>On the portal</source>
        <translation>Đã đưa lên cổng</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Đã rút</translation>
    </message>
    <message>
        <source>Under review</source>
        <translation>Đang xem xét</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Hợp lệ</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>Không hợp lệ</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Newer revision</source>
        <translation>Bản mới hơn</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>Đã có</translation>
    </message>
    <message>
        <source>Older than here</source>
        <translation>Cũ hơn bản đang có</translation>
    </message>
    <message>
        <source>Conflict, both kept</source>
        <translation>Trái nhau, giữ cả hai</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Cách ly</translation>
    </message>
    <message>
        <source>Written on another computer</source>
        <translation>Viết ở máy khác</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Gói</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Gói chuyển lên</translation>
    </message>
    <message>
        <source>Two versions, one chosen</source>
        <translation>Hai bản, đã chọn một</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Setup card</source>
        <translation>Thẻ đơn vị</translation>
    </message>
    <message>
        <source>Changed on both, to be merged</source>
        <translation>Hai máy cùng sửa, cần gộp</translation>
    </message>
    <message>
        <source>Completed here, not touched</source>
        <translation>Ở đây đã hoàn chỉnh, giữ nguyên</translation>
    </message>
</context>
<context>
    <name>Working</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Dừng</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Đang dừng…</translation>
    </message>
    <message>
        <source>{done} of {whole} files</source>
        <translation>{done}/{whole} tệp</translation>
    </message>
    <message>
        <source>about {seconds} seconds left</source>
        <translation>còn khoảng {seconds} giây</translation>
    </message>
    <message>
        <source>about {minutes} minutes left</source>
        <translation>còn khoảng {minutes} phút</translation>
    </message>
</context>
<context>
    <name>_AnswerBox</name>
    <message>
        <source>Comment on: {question}</source>
        <translation>Góp ý cho: {question}</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Góp ý</translation>
    </message>
</context>
<context>
    <name>_AskingDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
</context>
</TS>

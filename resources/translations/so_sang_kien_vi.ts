<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AnswersPage</name>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Initiatives to answer</source>
        <translation>Số sáng kiến chờ trả</translation>
    </message>
    <message>
        <source>No answers wait. Decide on the page Review first.</source>
        <translation>Không có kết quả nào chờ gửi. Thẩm định trước đã.</translation>
    </message>
    <message>
        <source>Where to write the answers</source>
        <translation>Ghi kết quả vào đâu</translation>
    </message>
    <message>
        <source>Written and read back:</source>
        <translation>Đã ghi và đọc lại khớp:</translation>
    </message>
    <message>
        <source>AnswersPage</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>Answers to the teams</source>
        <translation>Trả kết quả cho các đơn vị</translation>
    </message>
    <message>
        <source>One file for each unit: what arrived and what was decided. Carry it back the way the bundle came.</source>
        <translation>Mỗi đơn vị một tệp: đã nhận những gì và kết luận ra sao. Chuyển về theo đúng đường gói đã đến.</translation>
    </message>
    <message>
        <source>Units that wait</source>
        <translation>Đơn vị đang chờ</translation>
    </message>
    <message>
        <source>Export answers…</source>
        <translation>Xuất kết quả…</translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>— choose —</source>
        <translation>— chọn —</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>day/month/year, or month/year, or year</source>
        <translation>ngày/tháng/năm, hoặc tháng/năm, hoặc năm</translation>
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
        <source>Pages of the document</source>
        <translation>Các trang văn bản</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Save as Word and PDF…</source>
        <translation>Lưu ra Word và PDF…</translation>
    </message>
    <message>
        <source>Save into</source>
        <translation>Lưu vào</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>All initiatives</source>
        <translation>Tất cả sáng kiến</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Các phần</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Việc còn thiếu</translation>
    </message>
    <message>
        <source>What to write</source>
        <translation>Viết gì</translation>
    </message>
    <message>
        <source>See the documents</source>
        <translation>Xem văn bản</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>Phần tiếp theo</translation>
    </message>
    <message>
        <source>Correct and hand in again</source>
        <translation>Sửa và nộp lại</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Hoàn chỉnh</translation>
    </message>
    <message>
        <source>New initiative</source>
        <translation>Sáng kiến mới</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Đang lưu…</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>cần</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>nên</translation>
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
        <source>Picture made smaller by {size} KB</source>
        <translation>Ảnh đã giảm {size} KB</translation>
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
        <source>{number} files written</source>
        <translation>Đã ghi {number} tệp</translation>
    </message>
    <message>
        <source>Complete as revision {number}; it waits in the queue</source>
        <translation>Đã hoàn chỉnh bản thứ {number}; đang ở hàng chờ nộp</translation>
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
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>Pictures and documents (*.jpg *.jpeg *.png *.pdf *.docx *.xlsx)</source>
        <translation>Ảnh và tài liệu (*.jpg *.jpeg *.png *.pdf *.docx *.xlsx)</translation>
    </message>
    <message>
        <source>Nothing chosen. A file can be dropped here.</source>
        <translation>Chưa chọn tệp nào. Có thể thả tệp vào đây.</translation>
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
    <name>InboxPage</name>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Take in bundles</source>
        <translation>Nhận gói</translation>
    </message>
    <message>
        <source>Take in a folder or stick</source>
        <translation>Nhận cả thư mục hoặc USB</translation>
    </message>
    <message>
        <source>{files} files, {new} new initiatives</source>
        <translation>{files} tệp, {new} sáng kiến mới</translation>
    </message>
    <message>
        <source>{number} files could not be opened</source>
        <translation>{number} tệp không mở được</translation>
    </message>
    <message>
        <source>{number} initiatives set aside</source>
        <translation>{number} sáng kiến phải cách ly</translation>
    </message>
    <message>
        <source>Bundle {sequence} of {unit} is missing</source>
        <translation>Thiếu gói số {sequence} của {unit}</translation>
    </message>
    <message>
        <source>{kind} {sequence}, {date}: {count} initiatives</source>
        <translation>{kind} số {sequence}, {date}: {count} sáng kiến</translation>
    </message>
    <message>
        <source>InboxPage</source>
        <translation>Hộp nhận</translation>
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
        <source>Files from the teams; names do not matter, content decides.</source>
        <translation>Tệp của các Tổ hỗ trợ; tên tệp không quan trọng, nội dung mới quyết định.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Choose a folder or stick…</source>
        <translation>Chọn thư mục hoặc USB…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>Hồ sơ nhận được</translation>
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
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>Not understood as a number. Write for example 1.200.000 or 12,5.</source>
        <translation>Chưa hiểu số này. Ghi theo kiểu 1.200.000 hoặc 12,5.</translation>
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
    <name>QuestionField</name>
    <message>
        <source>Officer: {comment}</source>
        <translation>Ý kiến của cán bộ: {comment}</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
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
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Bị giữ lại vì</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Sealed for {unit}. Key: {words}</source>
        <translation>Niêm phong cho {unit}. Khóa: {words}</translation>
    </message>
    <message>
        <source>No setup card yet: ask the officer for it, then “Take in”.</source>
        <translation>Chưa có thẻ đơn vị: xin cán bộ cấp trên rồi bấm “Nhận kết quả hoặc thẻ”.</translation>
    </message>
    <message>
        <source>{chosen} of {number} will go into the bundle</source>
        <translation>{chosen}/{number} sáng kiến sẽ vào gói</translation>
    </message>
    <message>
        <source>Nothing waits. Complete an initiative and it will stand here.</source>
        <translation>Chưa có gì chờ nộp. Hoàn chỉnh một sáng kiến thì sáng kiến đó sẽ nằm ở đây.</translation>
    </message>
    <message>
        <source>Without a setup card the bundle cannot be sealed: whoever finds the stick can read it. Export it all the same?</source>
        <translation>Chưa có thẻ đơn vị nên gói không niêm phong được: ai nhặt được USB cũng đọc được. Vẫn xuất gói?</translation>
    </message>
    <message>
        <source>Export unsealed</source>
        <translation>Xuất không niêm phong</translation>
    </message>
    <message>
        <source>Where to write the bundle</source>
        <translation>Ghi gói vào đâu</translation>
    </message>
    <message>
        <source>The stick can be taken out. Bundle {number}: {count} initiatives, {size} KB, written and read back.
File: {file}
Mark: {mark}</source>
        <translation>Có thể rút USB. Gói số {number}: {count} sáng kiến, {size} KB, đã ghi và đọc lại khớp.
Tệp: {file}
Mã đối chiếu: {mark}</translation>
    </message>
    <message>
        <source>Bundle {number} handed over</source>
        <translation>Đã giao gói số {number}</translation>
    </message>
    <message>
        <source>Take in an answer or card</source>
        <translation>Nhận kết quả hoặc thẻ</translation>
    </message>
    <message>
        <source>QueuePage</source>
        <translation>Hàng chờ &amp; gói</translation>
    </message>
    <message>
        <source>Queue and bundles</source>
        <translation>Hàng chờ &amp; gói</translation>
    </message>
    <message>
        <source>Take in an answer or card…</source>
        <translation>Nhận kết quả hoặc thẻ…</translation>
    </message>
    <message>
        <source>Waiting to be handed in</source>
        <translation>Chờ nộp</translation>
    </message>
    <message>
        <source>Export bundle…</source>
        <translation>Xuất gói…</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>Các gói</translation>
    </message>
    <message>
        <source>Export again…</source>
        <translation>Xuất lại…</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Đã giao</translation>
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
        <source>Bring the removed line back</source>
        <translation>Lấy lại dòng vừa bỏ</translation>
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
        <source>Total {total}</source>
        <translation>Tổng {total}</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Title</source>
        <translation>Tên sáng kiến</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>— a phrase used before —</source>
        <translation>— câu đã dùng —</translation>
    </message>
    <message>
        <source>Nothing waits here. Take in bundles on the page Inbox.</source>
        <translation>Chưa có gì chờ thẩm định. Nhận gói ở Hộp nhận.</translation>
    </message>
    <message>
        <source>the whole report</source>
        <translation>cả hồ sơ</translation>
    </message>
    <message>
        <source>Revision {number}, {date}: {verdict}. {comment}</source>
        <translation>Bản {number}, {date}: {verdict}. {comment}</translation>
    </message>
    <message>
        <source>No attachments</source>
        <translation>Không có tài liệu kèm theo</translation>
    </message>
    <message>
        <source>ReviewPage</source>
        <translation>Thẩm định</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Thẩm định</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Only undecided</source>
        <translation>Chỉ mục chưa kết luận</translation>
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
        <source>Attachments</source>
        <translation>Tài liệu kèm theo</translation>
    </message>
    <message>
        <source>Pages of the document</source>
        <translation>Các trang văn bản</translation>
    </message>
    <message>
        <source>About the question</source>
        <translation>Về câu hỏi</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Ý kiến</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Câu hay dùng</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp</translation>
    </message>
    <message>
        <source>Undo verdict</source>
        <translation>Rút kết luận</translation>
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
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
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
        <source>Template</source>
        <translation>Mẫu</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Bản nháp</translation>
    </message>
    <message>
        <source>Add a template…</source>
        <translation>Thêm mẫu…</translation>
    </message>
    <message>
        <source>Add a template</source>
        <translation>Thêm mẫu</translation>
    </message>
    <message>
        <source>Template packs (*.zip)</source>
        <translation>Bộ mẫu (*.zip)</translation>
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
        <source>Answer</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Setup card</source>
        <translation>Thẻ đơn vị</translation>
    </message>
</context>
</TS>

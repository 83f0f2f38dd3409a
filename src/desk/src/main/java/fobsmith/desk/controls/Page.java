package fobsmith.desk.controls;

import javafx.beans.DefaultProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One screen of a flow: a title, a sentence under it, what there is to do, and the buttons, the primary one last. */
@DefaultProperty("content")
public final class Page extends StackPane {
    private final Label step = new Label();
    private final Label title = new Label();
    private final Label lead = new Label();
    private final VBox content = new VBox();
    private final FlowPane actions = new FlowPane();

    public Page() {
        getStyleClass().add("page");
        step.getStyleClass().add("page-step");
        step.setWrapText(true);
        title.getStyleClass().add("page-title");
        title.setWrapText(true);
        lead.getStyleClass().add("page-lead");
        lead.setWrapText(true);
        // Large type makes the page scroll; it takes no line from a sentence.
        lead.setMinHeight(USE_PREF_SIZE);
        content.getStyleClass().add("page-content");
        actions.getStyleClass().add("page-actions");
        actions.setAlignment(Pos.CENTER_RIGHT);
        hideWhereEmpty(step);
        hideWhereEmpty(lead);
        var head = new VBox(step, title, lead);
        head.getStyleClass().add("page-head");
        var card = new VBox(head, content, actions);
        card.getStyleClass().add("page-card");
        card.setMaxHeight(USE_PREF_SIZE);
        // The page scrolls rather than cut its sentences short.
        card.setMinHeight(USE_PREF_SIZE);
        var middle = new Middle(card);
        middle.getStyleClass().add("page-middle");
        getChildren().add(scrolling(middle));
    }

    private static void hideWhereEmpty(Label label) {
        var shown = label.textProperty().isNotEmpty();
        label.visibleProperty().bind(shown);
        label.managedProperty().bind(shown);
    }

    /** So that large type on a small screen hides nothing. */
    private static ScrollPane scrolling(Middle middle) {
        var scroll = new ScrollPane(middle);
        scroll.getStyleClass().add("page-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    /**
     * As high as the card is at the width it has. Whether there is something to scroll by is asked without a width, and then
     * each sentence would take one line: the last lines were cut off, and no bar led to them.
     */
    private static final class Middle extends StackPane {
        private final VBox card;

        Middle(VBox card) {
            super(card);
            this.card = card;
            widthProperty().subscribe(() -> requestParentLayout());
        }

        @Override
        protected double computeMinHeight(double width) {
            double wide = width < 0 ? getWidth() : width;
            double given = wide - snappedLeftInset() - snappedRightInset();
            double high = card.minHeight(given <= 0 ? -1 : Math.min(given, card.maxWidth(-1)));
            return snappedTopInset() + high + snappedBottomInset();
        }
    }

    public ObservableList<Node> getContent() {
        return content.getChildren();
    }

    /** The buttons; the primary one last. */
    public ObservableList<Node> getActions() {
        return actions.getChildren();
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    public String getLead() {
        return lead.getText();
    }

    public void setLead(String text) {
        lead.setText(text);
    }

    /** Where in the flow this is, such as {@code Resynchronise · 2 of 3}. */
    public String getStep() {
        return step.getText();
    }

    public void setStep(String text) {
        step.setText(text);
    }
}
